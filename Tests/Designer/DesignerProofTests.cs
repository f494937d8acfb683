using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Pana.Engine;
using Pana.Tests.Browser;
using Pana.Tests.Support;
using Xunit;

namespace Pana.Tests.Designer;

/// <summary>A portal whose instance viewer asks instead of being told: the live connection ends with the session by the real clock, and these tests turn theirs.</summary>
public sealed class AskingPortal() : PortalFixture(new SqliteTestDatabase(), "Pana:LiveProgress=false");

/// <summary>The designer changes the procedure alone, in the real Elsa Studio in a real browser, and the portal lives by it.</summary>
[Collection(nameof(ChromiumCollection))]
public sealed partial class DesignerProofTests(Chromium chromium, AskingPortal fixture) : IClassFixture<AskingPortal>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_broken_workflow_is_not_published_and_every_defect_is_named()
    {
        var portal = fixture.Portal;
        await using var studio = await StudioDesk.SignInAsync(chromium.Browser, portal);
        await BreakAsync(portal);
        await studio.EditAsync("police-letter");

        var (status, _) = await studio.PublishAsync();

        await studio.Page.Locator("#pd-banner", new() { HasText = "no-such-form" }).WaitForAsync();
        var told = await studio.Page.Locator("#pd-banner").InnerTextAsync();
        await studio.PictureAsync("designer-defects");
        Assert.Equal(400, status);
        foreach (var defect in (string[])["«no-such-form» нысаны жоқ", "«no-such-role» — рөл емес", "«Ешқайда» нәтижесі «police-send» нысанының түймесі емес", "қадамында «Ешқандай» нәтижесі жоқ", "«Салбырап тұр»: «loose» қадамына басынан ешқашан жетуге болмайды"])
        {
            Assert.True(told.Contains(defect, StringComparison.Ordinal), $"Expected a defect with '{defect}'; told: {told}");
        }

        Assert.Equal(1, (await portal.WithAsync((DefinitionStore store) => store.GetPublishedAsync("police-letter", Ct)))!.Version);
    }

    /// <summary>A form and a role that do not exist, an outcome that the form has no button for, a connection from an outcome that the step has not, a step that nothing leads to.</summary>
    private static async Task BreakAsync(TestPortal portal)
    {
        using var browser = await portal.SignInAsync("designer");
        browser.Client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        var model = (await browser.Client.GetFromJsonAsync<JsonObject>(new Uri(portal.Address, "elsa/api/workflow-definitions/by-definition-id/police-letter"), Ct))!;
        var activities = model["root"]!["activities"]!.AsArray();
        JsonNode Of(string id) => activities.Single(a => (string?)a!["id"] == id)!;
        Of("content")["form"]!["expression"]!["value"] = "no-such-form";
        Of("send")["roles"]!["expression"]!["value"] = "[\"no-such-role\"]";
        Of("send")["outcomes"]!["expression"]!["value"] = "[\"Done\",\"Ешқайда\"]";
        model["root"]!["connections"]!.AsArray().Single(c => (string?)c!["source"]!["activity"] == "content")!["source"]!["port"] = "Ешқандай";
        activities.Add(new JsonObject
        {
            ["id"] = "loose",
            ["nodeId"] = (string)model["root"]!["nodeId"]! + ":loose",
            ["name"] = "WriteLine1",
            ["type"] = "Elsa.WriteLine",
            ["version"] = 1,
            ["metadata"] = new JsonObject { ["displayText"] = "Салбырап тұр", ["designer"] = new JsonObject { ["position"] = new JsonObject { ["x"] = 380, ["y"] = 60 }, ["size"] = new JsonObject { ["width"] = 200, ["height"] = 54 } } },
        });
        var saved = await browser.Client.PostAsJsonAsync(new Uri(portal.Address, "elsa/api/workflow-definitions"), new JsonObject { ["model"] = model.DeepClone(), ["publish"] = false }, Ct);
        Assert.True(saved.IsSuccessStatusCode, await saved.Content.ReadAsStringAsync(Ct));
    }
}
