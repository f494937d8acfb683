using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Pana.Cases;
using Pana.Tests.Browser;
using Xunit;

namespace Pana.Tests.Host.Forms;

/// <summary>The forms in a real browser, with and without its script.</summary>
public sealed class FormBrowserTests(FormSite site, Chromium chromium) : IClassFixture<FormSite>, IClassFixture<Chromium>
{
    [Theory]
    [InlineData("application", 390, ColorScheme.Light)]
    [InlineData("application", 1400, ColorScheme.Dark)]
    [InlineData("assessment-sheet", 390, ColorScheme.Dark)]
    [InlineData("police-content", 390, ColorScheme.Light)]
    public async Task No_accessibility_violation_and_nothing_wider_than_the_screen(string form, int width, ColorScheme scheme)
    {
        var page = await OpenAsync(form, width, scheme);
        if (form == "application")
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "Өтінішті тіркеу" }).ClickAsync();
            await page.Locator("[data-summary]").WaitForAsync();
        }

        var result = await page.RunAxe();
        await ShootAsync(page, $"{form}-{width}-{scheme}");

        Assert.Empty(result.Violations.Select(violation => $"{violation.Id}: {violation.Nodes[0].Html}"));
        Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= width);
    }

    [Fact]
    public async Task Questions_appear_with_the_answer_rows_come_and_go_and_the_draft_is_saved()
    {
        var page = await OpenAsync("application", 1400, ColorScheme.Light);
        var number = page.GetByLabel("Жолдаманың нөмірі");
        await Assertions.Expect(number).ToBeHiddenAsync();

        await page.Locator("[name=wayIn][value=referral]").CheckAsync();
        await Assertions.Expect(number).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Бала қосу" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Бала қосу" }).ClickAsync();
        await page.Locator("[name='children[1].firstName']").FillAsync("Ай");
        await page.GetByRole(AriaRole.Button, new() { Name = "Алып тастау: Бірге келген балалар: 1" }).ClickAsync();

        // Earlier drafts may still be on their way: read until the one with a single row comes.
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        FormAnswers draft;
        do
        {
            draft = await site.Page.Drafts.ReadAsync(patience.Token);
        }
        while (draft.Rows("children").Count != 1 || draft.Rows("children")[0].Text("firstName") is null);

        Assert.Equal("Ай", draft.Rows("children")[0].Text("firstName"));
        Assert.Equal("referral", draft.Text("wayIn"));
        await Assertions.Expect(page.Locator("[data-draft-status]")).ToContainTextAsync("Жоба сақталды");
    }

    [Fact]
    public async Task Without_a_script_buttons_do_the_same()
    {
        var page = await OpenAsync("application", 1400, ColorScheme.Light, script: false);

        await page.Locator("[name=wayIn][value=referral]").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Жауапқа сай сұрақтарды көрсету" }).First.ClickAsync();
        await page.GetByLabel("Жолдаманың нөмірі").FillAsync("17");
        await page.GetByRole(AriaRole.Button, new() { Name = "Бала қосу" }).ClickAsync();

        await Assertions.Expect(page.Locator("[name='children[0].firstName']")).ToBeVisibleAsync();
        Assert.Equal("17", await page.GetByLabel("Жолдаманың нөмірі").InputValueAsync());
        await Assertions.Expect(page.Locator("[data-summary]")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Enter_in_a_line_completes_nothing_and_a_second_press_takes_an_answer_back()
    {
        var page = await OpenAsync("assessment-sheet", 1400, ColorScheme.Light);
        var answer = page.Locator("[data-field='violence.c1_1'] label").First;

        await answer.ClickAsync();
        Assert.True(await answer.Locator("input").IsCheckedAsync());
        await answer.ClickAsync();
        Assert.False(await answer.Locator("input").IsCheckedAsync());
        await page.GetByLabel("Парақ толтырылған күн").PressAsync("Enter");

        await Assertions.Expect(page.Locator("[data-summary]")).ToHaveCountAsync(0);
    }

    private async Task<IPage> OpenAsync(string form, int width, ColorScheme scheme, bool script = true)
    {
        var context = await chromium.Browser.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = 900 }, ColorScheme = scheme, JavaScriptEnabled = script });
        var page = await context.NewPageAsync();
        page.SetDefaultTimeout(60_000);
        await page.GotoAsync($"{site.Page.Address}/show/{form}?culture=kk");
        return page;
    }

    private static async Task ShootAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("PANA_SCREENSHOTS") is { Length: > 0 } folder)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png"), FullPage = true });
        }
    }
}
