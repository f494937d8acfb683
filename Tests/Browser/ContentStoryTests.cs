using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Pana.Cases;
using Pana.Tests.Host.Pages;
using Pana.Tests.Support;
using Xunit;

namespace Pana.Tests.Browser;

/// <summary>A process designer changes a limit, and a form with its paper, alone in the browser; the staff meet the change in the next case only.</summary>
[Collection(nameof(ChromiumCollection))]
public sealed class ContentStoryTests(Chromium chromium, SqlitePortal fixture) : IClassFixture<SqlitePortal>
{
    private static readonly string[] ToReceipt = ["identification.started", "victim.recognised", "documents.sentToAuthority", "documents.receivedByAuthority"];

    [Fact]
    public async Task A_decision_limit_of_two_days_holds_for_the_next_case_and_both_clocks_say_why()
    {
        var portal = fixture.Portal;
        using var staff = await portal.SignInAsync("social");
        var old = await Applicant.ApplyAsync(staff);
        await using var designer = await ChromiumDesk.SignInAsync(chromium.Browser, portal, "designer");

        await designer.ReadAsync("/designer/limits/p31.1");
        await designer.Page.FillAsync("#Amount", "2");
        await designer.Page.ClickAsync("main form .acts button:not([name])");
        await designer.Page.Locator("#confirm").WaitForAsync();
        await TakeAsync(designer.Page, "designer-limit");
        await designer.Page.TurnAsync(() => designer.Page.ClickAsync("button[name=confirm]"));
        Assert.EndsWith("/designer/limits?changed=p31.1", designer.Page.Url, StringComparison.Ordinal);
        await designer.ReadAsync("/designer/limits");
        portal.Time.Advance(TimeSpan.FromMinutes(1));
        var young = await Applicant.ApplyAsync(staff);
        await ReceiveAsync(portal, old);
        await ReceiveAsync(portal, young);

        await using var desk = await ChromiumDesk.SignInAsync(chromium.Browser, portal, "social");
        await desk.ReadAsync($"/cases/{old}");
        var (before, said) = (await DueAsync(portal, old), await desk.Page.ContentAsync());
        await desk.Page.Locator("details.clock summary").First.ClickAsync();
        await TakeAsync(desk.Page, "limit-old-case");
        await desk.ReadAsync($"/cases/{young}");
        var (after, saidToo) = (await DueAsync(portal, young), await desk.Page.ContentAsync());
        await desk.Page.Locator("details.clock summary").First.ClickAsync();
        await TakeAsync(desk.Page, "limit-new-case");
        Assert.Equal((new DateOnly(2026, 3, 17), new DateOnly(2026, 3, 16)), (before, after));
        Assert.Contains("2026 жылғы 12 наурыз бастап жаңа істерге басқа мерзім беріледі (2 жұмыс күні). Бұл іс бұрын ашылған", said, StringComparison.Ordinal);
        Assert.Contains("Мерзім 2026 жылғы 12 наурыз бастап берілген өтініштерге арналған редакция бойынша", saidToo, StringComparison.Ordinal);
        desk.AssertClean();
        designer.AssertClean();
    }

    [Fact]
    public async Task A_field_added_in_three_languages_is_asked_in_the_next_application_and_printed_in_the_changed_paper()
    {
        var portal = fixture.Portal;
        await using var designer = await ChromiumDesk.SignInAsync(chromium.Browser, portal, "designer", height: 1000);
        var page = designer.Page;

        await page.GotoAsync($"{portal.Address}designer/forms/application");
        await page.Locator("#form-js[data-ready]").WaitForAsync();
        await DragAsync(page, ".fjs-palette-field[data-field-type=textfield]", ".fjs-form-editor .fjs-element[data-field-type=radio] >> nth=0");
        await page.ClickAsync(".bio-properties-panel-group-header >> nth=0");
        await page.FillAsync("#bio-properties-panel-key", "person.workplace");
        await page.Locator("#bio-properties-panel-key").PressAsync("Tab");
        var label = page.Locator(".bio-properties-panel-feelers-editor [contenteditable]").First;
        await label.FillAsync("Жұмыс орны");
        await label.PressAsync("Tab");
        await TakeAsync(page, "designer-form");
        await PressAsync(page, "save");
        var row = page.Locator("tr.missing");
        await row.Locator("textarea[name=ru]").FillAsync("Место работы");
        await row.Locator("textarea[name=en]").FillAsync("Place of work");
        await PressAsync(page, "publish");
        Assert.Equal(0, await page.Locator("tr.missing").CountAsync());

        await designer.ReadAsync("/designer/documents/application");
        foreach (var (language, text) in new[] { ("kk", "<p>Жұмыс орны: {{ person.workplace }}</p>"), ("ru", "<p>Место работы: {{ person.workplace }}</p>") })
        {
            var field = page.Locator($"#text-{language}");
            await field.FillAsync(await field.InputValueAsync() + text + "\n");
        }

        // The paper's frame runs no script, so it is never asked to wait: the answer that filled it is read.
        Assert.Contains("‹Жұмыс орны›", await PressAsync(page, "publish"), StringComparison.Ordinal);
        await TakeAsync(page, "designer-document");

        await using var desk = await ChromiumDesk.SignInAsync(chromium.Browser, portal, "social");
        Assert.Contains("Жұмыс орны", await desk.ReadAsync("/cases/new"), StringComparison.Ordinal);
        await TakeAsync(desk.Page, "form-new-field");
        using var staff = await portal.SignInAsync("social");
        var code = await Applicant.ApplyAsync(staff, more: ("person.workplace", "Алмалы мектебі"));
        var paper = await portal.WithAsync((CaseDb db) => db.Papers.Where(paper => paper.Kind == "application" && paper.Language == "kk" && db.Cases.Any(file => file.Id == paper.CaseId && file.Code == code))
            .Select(paper => paper.Id).SingleAsync(TestContext.Current.CancellationToken));
        Assert.Contains("Жұмыс орны: Алмалы мектебі", (await staff.GetAsync($"/papers/{paper}/content")).Text, StringComparison.Ordinal);
        await desk.PictureAsync($"/papers/{paper}/content", "form-new-field-printed");
        designer.AssertClean();
        desk.AssertClean();
    }

    [Fact]
    public async Task The_pages_are_for_process_designers_only_and_fit_a_phone()
    {
        string[] pages =
        [
            "/designer/forms", "/designer/forms/portal-entry", "/designer/forms/portal-entry/preview?number=1", "/designer/documents", "/designer/documents/decision",
            "/designer/documents/decision/preview?number=1", "/designer/calendar", "/designer/calendar/act", "/designer/calendar/act?id=2026-kurban-ait", "/designer/limits", "/designer/limits/p28.1",
            "/designer/staffing", "/designer/coverage?state=open",
        ];
        var portal = fixture.Portal;
        foreach (var user in new[] { "head", "social", "psychologist", "lawyer", "nurse", "clerk", "authority", "police", "auditor", "administrator" })
        {
            using var browser = await portal.SignInAsync(user);
            foreach (var path in pages)
            {
                Assert.Equal((user, path, System.Net.HttpStatusCode.Forbidden), (user, path, (await browser.GetAsync(path)).Status));
            }
        }

        await using var designer = await ChromiumDesk.SignInAsync(chromium.Browser, portal, "designer", width: 390, height: 844);
        // A paper is sandboxed and as wide as A4: no script may ask it.
        foreach (var path in pages.Where(path => !path.StartsWith("/designer/documents/decision/preview", StringComparison.Ordinal)))
        {
            // The drawing of form-js is checked by its own makers.
            Task read = path.EndsWith("portal-entry", StringComparison.Ordinal) ? designer.Page.GotoAsync(new Uri(portal.Address, path).ToString()) : designer.ReadAsync(path);
            await read;
            Assert.True(await designer.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), path);
        }

        await designer.Page.ScreenshotAsync(new() { Path = Path.Combine(Pictures.Folder, "designer-limit-phone.png") });
        // All norms at once are a long page: it fits as well, and the way out stays on the screen.
        await designer.Page.GotoAsync(new Uri(portal.Address, "/designer/coverage").ToString());
        await designer.Page.EvaluateAsync("window.scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' })");
        Assert.True(await designer.Page.EvaluateAsync<bool>("scrollY > 9000 && document.documentElement.scrollWidth <= innerWidth && document.querySelector('.pd-bar').getBoundingClientRect().top === 0"));
        designer.AssertClean();
    }

    private static Task<byte[]> TakeAsync(IPage page, string name) => page.ScreenshotAsync(new() { Path = Path.Combine(Pictures.Folder, name + ".png"), FullPage = name.StartsWith("limit", StringComparison.Ordinal) });

    /// <summary>Presses a button of an editor and waits for the page that answers it; the preview which that page shows.</summary>
    private static async Task<string> PressAsync(IPage page, string act)
    {
        var preview = await page.RunAndWaitForResponseAsync(
            () => page.TurnAsync(() => page.Locator($"button[name=act][value={act}]").First.ClickAsync()), answer => new Uri(answer.Url).AbsolutePath.EndsWith("/preview", StringComparison.Ordinal));
        await page.Locator(".acts .saved").First.WaitForAsync();
        return await preview.TextAsync();
    }

    private static async Task DragAsync(IPage page, string from, string to)
    {
        var start = (await page.Locator(from).BoundingBoxAsync())!;
        var end = (await page.Locator(to).BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(start.X + 20, start.Y + 20);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(start.X + 60, start.Y + 40, new() { Steps = 5 });
        await page.Mouse.MoveAsync(end.X + 80, end.Y + 4, new() { Steps = 15 });
        await page.Mouse.MoveAsync(end.X + 82, end.Y + 6, new() { Steps = 3 });
        await page.Mouse.UpAsync();
        await page.Locator(".bio-properties-panel-header-type", new() { HasText = "Мәтін жолы" }).WaitForAsync();
    }

    private static async Task ReceiveAsync(TestPortal portal, string code)
    {
        foreach (var name in ToReceipt)
        {
            await using var scope = portal.Services.CreateAsyncScope();
            var file = await scope.ServiceProvider.GetRequiredService<CaseDb>().Cases.SingleAsync(file => file.Code == code);
            await scope.ServiceProvider.GetRequiredService<CaseLedger>().RecordAsync(file, name);
        }
    }

    private static Task<DateOnly> DueAsync(TestPortal portal, string code) => portal.WithAsync((CaseDb db) =>
        db.Clocks.Where(clock => clock.ObligationId == "p31.1" && db.Cases.Any(file => file.Id == clock.CaseId && file.Code == code)).Select(clock => clock.DueOn).SingleAsync());
}
