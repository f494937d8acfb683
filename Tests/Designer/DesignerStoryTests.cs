using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Pana.Engine;
using Pana.Tests.Browser;
using Pana.Tests.Support;
using Xunit;

namespace Pana.Tests.Designer;

/// <summary>The process designer at work in the real Elsa Studio, in a real browser, over the real portal.</summary>
[Collection(nameof(ChromiumCollection))]
public sealed partial class DesignerStoryTests(Chromium chromium, SqlitePortal fixture) : IClassFixture<SqlitePortal>
{
    private const float Patience = 180_000;

    [Fact]
    public async Task The_designer_sees_every_step_of_the_admission_named_adds_one_is_told_that_nothing_leads_to_it_and_publishes_where_that_is_allowed()
    {
        var portal = fixture.Portal;
        var before = (await portal.WithAsync((DefinitionStore store) => store.GetPublishedAsync("admission")))!;
        await using var desk = await ChromiumDesk.SignInAsync(chromium.Browser, portal, "designer", height: 900);
        var page = desk.Page;
        page.SetDefaultTimeout(Patience);
        List<string> errors = [];
        page.Console += (_, line) =>
        {
            if (line.Type == "error")
            {
                errors.Add(line.Text);
            }
        };
        page.PageError += (_, error) => errors.Add(error);
        page.Response += (_, answer) =>
        {
            if (answer.Status >= 400)
            {
                errors.Add($"{answer.Status} {answer.Url}");
            }
        };

        await page.GotoAsync($"{portal.Address}designer");
        await page.GetByText(before.Name!, new() { Exact = true }).WaitForAsync();
        await PictureAsync(page, "designer-list");
        await page.GetByText(before.Name!, new() { Exact = true }).ClickAsync();
        await page.Locator(".x6-node").Nth(before.Root!["activities"]!.AsArray().Count - 1).WaitForAsync(new() { State = WaitForSelectorState.Attached });
        var drawn = await page.Locator(".x6-node .activity-label").AllTextContentsAsync();
        await PictureAsync(page, "designer-editor");
        await page.GetByText("Журнал", new() { Exact = true }).First.ClickAsync();
        var saved = page.WaitForResponseAsync(answer => IsSave(answer, "\"publish\":false"));
        await page.Locator("[draggable=true]", new() { HasText = "Журналға жазу" }).First.DragToAsync(page.Locator(".x6-graph-svg"), new() { TargetPosition = new() { X = 500, Y = 420 } });
        var draft = await saved;
        var refused = await PublishAsync(page);
        await page.Locator("#pd-banner", new() { HasText = "ешқашан жетуге болмайды" }).WaitForAsync();
        await PictureAsync(page, "designer-refused");
        var meanwhile = (await portal.WithAsync((DefinitionStore store) => store.GetPublishedAsync("admission")))!;
        portal.Services.GetRequiredService<WorkflowEngineOptions>().LooseStepsRefused = false;
        var answered = await PublishAsync(page);

        Assert.Equal(400, refused.Status);
        Assert.Equal(before.Version, meanwhile.Version);
        Assert.Empty(Names(before).Except(drawn.Select(text => text.Trim())));
        Assert.Equal(200, draft.Status);
        Assert.Equal(200, answered.Status);
        await page.Locator(".mud-snackbar", new() { HasText = "Процесс жарияланды" }).First.WaitForAsync();
        var after = (await portal.WithAsync((DefinitionStore store) => store.GetPublishedAsync("admission")))!;
        Assert.Equal(before.Version + 1, after.Version);
        Assert.Equal(before.Activities.Count + 1, after.Activities.Count);
        Assert.False(await page.Locator("#blazor-error-ui").IsVisibleAsync());
        Assert.False(await page.Locator("#pd-banner").IsVisibleAsync());
        errors.RemoveAll(line => line.Contains("status of 400", StringComparison.Ordinal) || line == $"400 {refused.Url}");
        Assert.True(errors.Count == 0, string.Join('\n', errors));
    }

    private static async Task<IResponse> PublishAsync(IPage page)
    {
        var answer = page.WaitForResponseAsync(response => IsSave(response, "\"publish\":true"));
        await page.Locator("button.mud-primary-text").First.ClickAsync();
        return await answer;
    }

    private static IEnumerable<string> Names(WorkflowDefinition definition) => definition.Root!["activities"]!.AsArray().OfType<JsonObject>()
        .Select(step => (string?)step["metadata"]?["displayText"]).OfType<string>().Select(name => name.Trim());

    private static bool IsSave(IResponse answer, string wanted) =>
        answer.Request.Method == "POST" && answer.Url.EndsWith("/elsa/api/workflow-definitions", StringComparison.Ordinal)
        && answer.Request.PostData?.Contains(wanted, StringComparison.Ordinal) == true;

    private static Task<byte[]> PictureAsync(IPage page, string name) => page.ScreenshotAsync(new() { Path = Path.Combine(Pictures.Folder, name + ".png") });
}
