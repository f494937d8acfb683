using System.Net;
using Pana.Cases;
using Pana.Tests.Support;
using Xunit;

namespace Pana.Tests.Host.Pages;

public sealed class SqliteServicePagesTests(SqliteTestDatabase database) : ServicePagesTests(database), IClassFixture<SqliteTestDatabase>;

public sealed class PostgresServicePagesTests(PostgresTestDatabase database) : ServicePagesTests(database), IClassFixture<PostgresTestDatabase>;

/// <summary>The log of services and the book of complaints on their pages, without a script.</summary>
public abstract class ServicePagesTests(TestDatabase database)
{
    [Fact]
    public async Task A_service_is_recorded_shown_and_struck_out_and_wrong_input_comes_back()
    {
        await using var portal = await TestPortal.StartAsync(database);
        using var social = await portal.SignInAsync("social");
        var code = await Applicant.ApplyAsync(social);
        var page = await social.GetAsync($"/cases/{code}/services");
        Assert.Contains("Шұғыл көмек", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("3.4 Психологиялық консультация", page.Text, StringComparison.Ordinal); // no contract yet

        var wrong = await social.SubmitAsync(page, "Жазып қою", "main form.work", fields: [("service", "urgent"), ("minutes", "мың"), ("note", "Шай берілді")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Contains("мың", wrong.Html, StringComparison.Ordinal);
        Assert.Contains("Шай берілді", wrong.Html, StringComparison.Ordinal);

        var early = await social.SubmitAsync(wrong, "Жазып қою", "main form.work", fields: [("service", "g1"), ("minutes", "30")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, early.Status);
        Assert.Contains("шұғыл көмекті таңдаңыз", early.Text, StringComparison.Ordinal);

        var done = await social.SubmitAsync(early, "Жазып қою", "main form.work", fields: [("service", "urgent"), ("minutes", "90")]);
        Assert.Equal(HttpStatusCode.OK, done.Status);
        Assert.Contains("Қызмет жазылды", done.Text, StringComparison.Ordinal);
        Assert.Contains("1 сағ 30 мин", done.Text, StringComparison.Ordinal);
        Assert.Contains("Шай берілді", done.Text, StringComparison.Ordinal);

        var entry = done.Document.QuerySelector("#log tbody a")!.GetAttribute("href")!;
        var empty = await social.SubmitAsync(await social.GetAsync(entry), "Сызып тастау", "main form.work");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.Status);
        var struck = await social.SubmitAsync(empty, "Сызып тастау", "main form.work", fields: [("reason", "Басқа адамға берілген")]);
        Assert.Contains("Басқа адамға берілген", struck.Text, StringComparison.Ordinal);
        Assert.NotNull(struck.Document.QuerySelector("tr.struck"));
        Assert.Null(struck.Document.QuerySelector("#log tbody a"));
        Assert.Equal(HttpStatusCode.Conflict, (await social.PostAsync(entry, struck, ("reason", "Тағы да"))).Status);
    }

    [Fact]
    public async Task The_day_s_list_has_the_measures_of_the_role_and_the_log_remembers_what_was_given()
    {
        await using var portal = await TestPortal.StartAsync(database);
        using var social = await portal.SignInAsync("social");
        var code = await Applicant.ApplyAsync(social);
        await portal.ToServiceAsync(code, ("s3", "Апталық сұхбат"), ("s1", "Төсек-орын"));
        using var psychologist = await portal.SignInAsync("psychologist");
        using var head = await portal.SignInAsync("head");

        var mine = await psychologist.GetAsync("/services");
        Assert.Contains("Апталық сұхбат", mine.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Төсек-орын", mine.Text, StringComparison.Ordinal);
        Assert.Contains("Төсек-орын", (await head.GetAsync("/services?scope=all")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Апталық сұхбат", (await social.GetAsync("/services")).Text, StringComparison.Ordinal);

        var form = await psychologist.GetAsync(mine.Document.QuerySelector("li.task a")!.GetAttribute("href")!);
        Assert.DoesNotContain("8.1", form.Text, StringComparison.Ordinal); // only services of the measure's kind
        var done = await psychologist.SubmitAsync(form, "Жазып қою", "main form.work", fields: [("service", "s3_4"), ("minutes", "45")]);
        Assert.Contains("жоспар бойынша", done.Text, StringComparison.Ordinal);
        Assert.Contains("бүгін көрсетілді", (await psychologist.GetAsync("/services")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_complaint_is_entered_its_author_is_the_head_s_to_know_and_the_month_is_reviewed()
    {
        await using var portal = await TestPortal.StartAsync(database);
        using var nurse = await portal.SignInAsync("nurse");
        using var head = await portal.SignInAsync("head");
        Assert.Contains("2026", (await head.GetAsync("/tasks")).Document.QuerySelector(".notice.soon")!.TextContent, StringComparison.Ordinal);
        var wrong = await nurse.SubmitAsync(await nurse.GetAsync("/book/new"), "Кітапқа жазу", "main form.work", fields: [("text", "Тамақ суық"), ("from", "Айгүл Құсайынова")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Contains("Тамақ суық", wrong.Html, StringComparison.Ordinal);
        var book = await nurse.SubmitAsync(wrong, "Кітапқа жазу", "main form.work", fields: [("kind", "complaint")]);
        Assert.Contains("Тамақ суық", book.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Құсайынова", book.Text, StringComparison.Ordinal);
        Assert.Contains("Құсайынова", (await head.GetAsync("/book")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Құсайынова", (await head.GetAsync("/book/print")).Text, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Forbidden, (await nurse.PostAsync("/book/review/2026-02", book, ("conclusion", "Қаралды"))).Status);
        var month = await head.GetAsync("/book/review/2026-02");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await head.SubmitAsync(month, "Қаралды", "main form.work")).Status);
        var done = await head.SubmitAsync(month, "Қаралды", "main form.work", fields: [("conclusion", "Жазба болмады")]);
        Assert.Equal("/book", done.Url.AbsolutePath);
        Assert.Null((await head.GetAsync("/tasks")).Document.QuerySelector(".notice.soon"));
        var late = await head.PostAsync("/book/review/2026-02", month, ("conclusion", "Екінші рет"));
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("Екінші рет", late.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await head.GetAsync("/book/review/2026-03")).Status);
    }
}
