using System.Net;
using Pana.Tests.Support;
using Xunit;

namespace Pana.Tests.Host.Pages;

public sealed class SqliteWithdrawnTaskTests(SqliteTestDatabase database) : WithdrawnTaskTests(database), IClassFixture<SqliteTestDatabase>;

public sealed class PostgresWithdrawnTaskTests(PostgresTestDatabase database) : WithdrawnTaskTests(database), IClassFixture<PostgresTestDatabase>;

/// <summary>The procedure took another way while somebody was typing: the reason is said and nothing typed is lost.</summary>
public abstract class WithdrawnTaskTests(TestDatabase database)
{
    private const string Typed = "Жартылай терілген ескертпе";

    [Fact]
    public async Task A_task_withdrawn_while_it_is_open_says_why_and_shows_the_draft()
    {
        await using var portal = await TestPortal.StartAsync(database);
        using var social = await portal.SignInAsync("social");
        using var psychologist = await portal.SignInAsync("psychologist");
        var code = await Applicant.ApplyAsync(social);
        var address = await portal.TaskAsync(code, "identification-interview");
        var seen = await psychologist.GetAsync(address);
        await psychologist.SubmitAsync(seen, "Жобаны сақтау", "main form.work", ("violence.interviewNotes", Typed));

        var record = await social.GetAsync($"/cases/{code}/record/applicant.withdrew");
        await portal.FillAsync(social, record, ("understood", "true"));

        var gone = await psychologist.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, gone.Status);
        Assert.Contains("Бұл тапсырма енді қажет емес", gone.Text, StringComparison.Ordinal);
        Assert.Contains("Өтініш", gone.Document.QuerySelector("#ended")!.ParentElement!.TextContent, StringComparison.Ordinal);
        Assert.Contains(Typed, gone.Text, StringComparison.Ordinal);
        Assert.Null(gone.Document.QuerySelector("main form.work"));
        Assert.DoesNotContain(Typed, (await social.GetAsync(address)).Text, StringComparison.Ordinal);

        var late = await portal.FillAsync(psychologist, seen, ("violence.interviewNotes", Typed + "!"));
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("Бұл тапсырма енді қажет емес", late.Text, StringComparison.Ordinal);
        Assert.Contains(Typed + "!", late.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_event_that_may_be_recorded_says_its_consequences_and_waits_for_the_tick()
    {
        await using var portal = await TestPortal.StartAsync(database);
        using var head = await portal.SignInAsync("head");
        using var social = await portal.SignInAsync("social");
        var code = await Applicant.ApplyAsync(social);
        var links = (await head.GetAsync($"/cases/{code}")).Document.QuerySelectorAll("details.menu a").Select(link => link.GetAttribute("href")!).ToList();
        Assert.Equal(["applicant.withdrew", "contraindication.found", "recipient.admitted", "recipient.filedPoliceReport"], links.Select(link => link.Split('/')[^1]).Order(StringComparer.Ordinal));

        foreach (var link in links)
        {
            var page = await head.GetAsync(link);
            Assert.NotEmpty(page.Document.QuerySelectorAll("#consequences ~ ul li"));
            Assert.All(page.Document.QuerySelectorAll("#consequences ~ ul li"), line => Assert.DoesNotContain("Consequence.", line.TextContent, StringComparison.Ordinal));

            var refused = await head.SubmitAsync(page, page.Document.QuerySelector("main form.work .pform-buttons button")!.TextContent.Trim(), "main form.work");

            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
            Assert.NotNull(refused.Document.QuerySelector("#understood-error"));
        }

        Assert.DoesNotContain("recorded", (await head.GetAsync($"/cases/{code}")).Url.Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_menu_counts_the_tasks_on_every_page_and_the_inbox_tells_the_ages()
    {
        await using var portal = await TestPortal.StartAsync(database);
        using var social = await portal.SignInAsync("social");
        var code = await Applicant.ApplyAsync(social);

        var inbox = await social.GetAsync("/tasks");
        var file = await social.GetAsync($"/cases/{code}");

        Assert.True(inbox.Status == HttpStatusCode.OK, string.Join("\n", portal.Log.Lines.Where(line => line.Contains("xception", StringComparison.Ordinal)).Take(3)));
        var count = inbox.Document.QuerySelector("nav.nav .n")!.TextContent;
        Assert.NotEqual("0", count);
        Assert.Equal(count, file.Document.QuerySelector("nav.nav .n")!.TextContent);
        Assert.Contains("Ана және 1 бала (8 жаста)", inbox.Text, StringComparison.Ordinal);
        using var visitor = portal.Open();
        var login = await visitor.GetAsync("/");
        Assert.Single(login.Document.QuerySelectorAll("form.lang input[name=back]"));
        Assert.Empty(login.Document.QuerySelectorAll("form.lang a"));
        var russian = await visitor.SubmitAsync(login, "Рус", "form.lang");
        Assert.Equal(login.Url.PathAndQuery, russian.Url.PathAndQuery);
        Assert.Equal("ru", russian.Document.DocumentElement.GetAttribute("lang"));
    }
}
