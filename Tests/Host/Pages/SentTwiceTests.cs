using System.Net;
using Microsoft.EntityFrameworkCore;
using Pana.Cases;
using Pana.Tests.Support;
using Xunit;

namespace Pana.Tests.Host.Pages;

public sealed class SqliteSentTwiceTests(SqliteTestDatabase database) : SentTwiceTests(database), IClassFixture<SqliteTestDatabase>;

public sealed class PostgresSentTwiceTests(PostgresTestDatabase database) : SentTwiceTests(database), IClassFixture<PostgresTestDatabase>;

/// <summary>A double press without a script, or a page sent again from the history: recorded once, and said so.</summary>
public abstract class SentTwiceTests(TestDatabase database)
{
    private const string Said = "екінші рет тіркелген жоқ";

    [Fact]
    public async Task Whatever_is_recorded_by_a_form_is_recorded_once_though_it_is_sent_twice()
    {
        await using var portal = await TestPortal.StartAsync(database);
        using var social = await portal.SignInAsync("social");
        var code = await Applicant.ApplyAsync(social);
        await portal.ToServiceAsync(code, ("s3", "Апталық сұхбат"));

        // A violation counts towards the expulsion, so that a second one by a slip would matter (p37 1)).
        var violation = await social.GetAsync($"/cases/{code}/record/violation.recorded");
        await portal.FillAsync(social, violation, ("understood", "true"));
        var again = await portal.FillAsync(social, violation, ("understood", "true"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        Assert.Contains(Said, again.Text, StringComparison.Ordinal);
        Assert.Equal(1, await portal.WithAsync((CaseDb db) => db.Cases.Where(file => file.Code == code).Select(file => file.Violations).SingleAsync()));

        var things = await social.GetAsync($"/cases/{code}/things");
        (string, string?)[] bag = [("what", "Қара сөмке"), ("kind", "valuable")];
        await social.SubmitAsync(things, "Тіркеу", "main form.work", bag);
        Assert.Contains(Said, (await social.SubmitAsync(things, "Тіркеу", "main form.work", bag)).Text, StringComparison.Ordinal);
        Assert.Equal(1, await portal.WithAsync((CaseDb db) => db.CustodyItems.CountAsync(item => db.Cases.Any(file => file.Id == item.CaseId && file.Code == code))));

        var book = await social.GetAsync("/book/new");
        var entered = await portal.WithAsync((CaseDb db) => db.BookEntries.CountAsync());
        await portal.FillAsync(social, book, ("text", "Тамақ суық"));
        Assert.Contains(Said, (await portal.FillAsync(social, book, ("text", "Тамақ суық"))).Text, StringComparison.Ordinal);
        Assert.Equal(entered + 1, await portal.WithAsync((CaseDb db) => db.BookEntries.CountAsync()));

        using var head = await portal.SignInAsync("head");
        var evaluation = await head.GetAsync((await head.GetAsync("/reports")).Document.QuerySelector("a[href^='/reports/evaluation/']")!.GetAttribute("href")!);
        await portal.FillAsync(head, evaluation);
        Assert.Contains(Said, (await portal.FillAsync(head, evaluation)).Text, StringComparison.Ordinal);
        Assert.Equal(1, await portal.WithAsync((CaseDb db) => db.QualityEvaluations.CountAsync()));

        var office = await head.GetAsync("/offices/new");
        var first = await portal.FillAsync(head, office);
        Assert.Equal(first.Url.AbsolutePath, (await portal.FillAsync(head, office)).Url.AbsolutePath);
        Assert.Equal(1, await portal.WithAsync((CaseDb db) => db.Offices.CountAsync()));

        // A page opened anew is another record.
        await portal.FillAsync(social, await social.GetAsync($"/cases/{code}/record/violation.recorded"), ("understood", "true"));
        Assert.Equal(2, await portal.WithAsync((CaseDb db) => db.Cases.Where(file => file.Code == code).Select(file => file.Violations).SingleAsync()));
    }

    [Fact]
    public async Task Two_presses_at_the_same_moment_give_one_service()
    {
        await using var portal = await TestPortal.StartAsync(database);
        using var social = await portal.SignInAsync("social");
        var code = await Applicant.ApplyAsync(social);
        var page = await social.GetAsync($"/cases/{code}/services");

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ =>
            social.SubmitAsync(page, "Жазып қою", "main form.work", ("service", "urgent"), ("minutes", "30"), ("note", "Шай берілді"))));

        Assert.Equal(1, answers.Count(answer => answer.Status == HttpStatusCode.OK));
        Assert.All(answers.Where(answer => answer.Status != HttpStatusCode.OK), answer => Assert.Contains(Said, answer.Text, StringComparison.Ordinal));
        Assert.Equal(1, await portal.WithAsync((CaseDb db) => db.ServiceEntries.CountAsync(entry => db.Cases.Any(file => file.Id == entry.CaseId && file.Code == code))));
    }

    [Fact]
    public async Task A_mark_of_somebody_elses_record_records_nothing_and_tells_nothing()
    {
        await using var portal = await TestPortal.StartAsync(database);
        using var social = await portal.SignInAsync("social");
        var code = await Applicant.ApplyAsync(social);
        var page = await social.GetAsync($"/cases/{code}/services");
        var other = await portal.WithAsync((CaseDb db) => db.SealedAnswers.Where(kept => kept.TaskId == null).Select(kept => kept.Id).FirstAsync());

        var refused = await social.SubmitAsync(page, "Жазып қою", "main form.work", ("service", "urgent"), ("minutes", "30"), ("note", "Шай"), ("_once", other.ToString()));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal(0, await portal.WithAsync((CaseDb db) => db.ServiceEntries.CountAsync(entry => db.Cases.Any(file => file.Id == entry.CaseId && file.Code == code))));
    }
}
