using System.Net;
using Pana.Tests.Support;
using Xunit;

namespace Pana.Tests.Host.Pages;

public sealed class SqliteAnswerTests(SqliteTestDatabase database) : AnswerTests(database), IClassFixture<SqliteTestDatabase>;

public sealed class PostgresAnswerTests(PostgresTestDatabase database) : AnswerTests(database), IClassFixture<PostgresTestDatabase>;

/// <summary>A task answered without a script: nothing typed is ever lost.</summary>
public abstract class AnswerTests(TestDatabase database) : IAsyncLifetime
{
    private const string Typed = "Терілген мәтін жоғалмайды";

    private TestPortal _portal = null!;
    private PortalBrowser _social = null!;
    private string _code = "";

    public async ValueTask InitializeAsync()
    {
        _portal = await TestPortal.StartAsync(database);
        _social = await _portal.SignInAsync("social");
        _code = await Applicant.ApplyAsync(_social);
    }

    public async ValueTask DisposeAsync()
    {
        _social?.Dispose();
        if (_portal is not null)
        {
            await _portal.DisposeAsync();
        }
    }

    [Fact]
    public async Task Wrong_input_comes_back_with_what_was_typed_and_messages()
    {
        var task = await OpenAsync(_social);

        var page = await _social.SubmitAsync(task, "Әңгіме аяқталды", "main form.work", ("interviewedAt", "32.13.2026"), ("violence.interviewNotes", Typed));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(page.Document.QuerySelectorAll("main form.work [aria-invalid=true], main form.work .wrong"), _ => true);
        Assert.Contains(Typed, page.Html, StringComparison.Ordinal);
        Assert.Contains("32.13.2026", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_is_kept_by_the_button_and_shown_again_to_its_writer_only()
    {
        var task = await OpenAsync(_social);
        var area = Area(task);

        var back = await _social.SubmitAsync(task, "Жобаны сақтау", "main form.work", (area, Typed));

        Assert.Contains(Typed, back.Html, StringComparison.Ordinal);
        using var psychologist = await _portal.SignInAsync("psychologist");
        Assert.DoesNotContain(Typed, (await OpenAsync(psychologist)).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_claimed_task_shows_others_who_has_it_and_the_loser_keeps_the_text()
    {
        using var psychologist = await _portal.SignInAsync("psychologist");
        var seen = await OpenAsync(psychologist);
        await _social.SubmitAsync(await OpenAsync(_social), form: "form.claim");
        var area = Area(seen);

        var form = await FilledAsync(psychologist, seen, area);

        Assert.Equal(HttpStatusCode.Conflict, form.Status);
        Assert.Contains("Динара Маратқызы", form.Text, StringComparison.Ordinal);
        Assert.Contains(Typed, form.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unclaimed_task_completed_by_one_is_lost_to_the_other_who_is_told_who_and_when()
    {
        using var psychologist = await _portal.SignInAsync("psychologist");
        var seen = await OpenAsync(psychologist);
        var mine = await OpenAsync(_social);
        var done = await FilledAsync(_social, mine, Area(mine));
        Assert.Equal("/tasks", done.Url.AbsolutePath);

        var lost = await FilledAsync(psychologist, seen, Area(seen));

        Assert.Equal(HttpStatusCode.Conflict, lost.Status);
        Assert.Contains("Динара Маратқызы", lost.Text, StringComparison.Ordinal);
        Assert.Contains(Typed, lost.Text, StringComparison.Ordinal);
    }

    private async Task<PortalPage> OpenAsync(PortalBrowser browser)
    {
        var inbox = await browser.GetAsync("/tasks");
        var link = inbox.Document.QuerySelectorAll("li.task").First(row => row.TextContent.Contains(_code, StringComparison.Ordinal)
            && row.TextContent.Contains("әңгімелесу", StringComparison.Ordinal)).QuerySelector("h3 a")!;
        return await browser.GetAsync(link.GetAttribute("href")!);
    }

    private static string Area(PortalPage page) =>
        page.Document.QuerySelectorAll("main form.work textarea").Select(area => area.GetAttribute("name")!).First();

    // Fills every compulsory field of the interview: a first answer of each choice, a past moment for the date.
    private static async Task<PortalPage> FilledAsync(PortalBrowser browser, PortalPage page, string area)
    {
        List<(string, string?)> fields = [(area, Typed)];
        foreach (var date in page.Document.QuerySelectorAll("main form.work [data-type=datetime]"))
        {
            fields.Add((date.GetAttribute("data-field")!, "12.03.2026"));
            fields.Add((date.GetAttribute("data-field") + "._time", "10:00"));
        }

        foreach (var choice in page.Document.QuerySelectorAll("main form.work [data-type=radio], main form.work [data-type=checklist]"))
        {
            fields.Add((choice.GetAttribute("data-field")!, choice.QuerySelector("input")!.GetAttribute("value")));
        }

        return await browser.SubmitAsync(page, "Әңгіме аяқталды", "main form.work", [.. fields]);
    }
}
