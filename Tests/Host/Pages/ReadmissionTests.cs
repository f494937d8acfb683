using System.Net;
using Microsoft.EntityFrameworkCore;
using Pana.Cases;
using Pana.Tests.Support;
using Xunit;

namespace Pana.Tests.Host.Pages;

public sealed class SqliteReadmissionTests(SqliteTestDatabase database) : ReadmissionTests(database), IClassFixture<SqliteTestDatabase>;

public sealed class PostgresReadmissionTests(PostgresTestDatabase database) : ReadmissionTests(database), IClassFixture<PostgresTestDatabase>;

/// <summary>p13: a person refused for a contraindication is treated and admitted anew; nothing that is known is typed twice. Without a script.</summary>
public abstract class ReadmissionTests(TestDatabase database)
{
    [Fact]
    public async Task A_mother_refused_for_a_contraindication_is_admitted_later_as_the_same_person()
    {
        await using var portal = await TestPortal.StartAsync(database);
        using var intake = await portal.SignInAsync("social");
        using var head = await portal.SignInAsync("head");
        var first = await Applicant.ApplyAsync(intake);
        var child = await ChildOfAsync(portal, first);

        Assert.Equal(HttpStatusCode.NotFound, (await intake.GetAsync($"/cases/new?after={first}")).Status); // it still goes on
        await RefuseAsync(portal, intake, head, first);
        portal.Time.Advance(TimeSpan.FromDays(40));
        using var social = await portal.SignInAsync("social");

        var refused = await social.GetAsync($"/cases/{first}");
        Assert.Contains(refused.Document.QuerySelectorAll("details.menu a"), link => link.GetAttribute("href") == $"/cases/new?after={first}");
        var form = await social.GetAsync($"/cases/new?after={first}");
        Assert.Contains(child, form.Text, StringComparison.Ordinal);
        Assert.Contains("жаңа өтініш", form.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(Applicant.LastName, form.Document.QuerySelector("input[name='person.lastName']")!.GetAttribute("value"));
        Assert.Equal("01.02.1990", form.Document.QuerySelector("input[name='person.birthDate']")!.GetAttribute("value"));
        Assert.Equal(Applicant.Iin, form.Document.QuerySelector("input[name='person.iin']")!.GetAttribute("value"));
        Assert.Null(form.Document.QuerySelector("input[name='children[0].firstName']")); // the child never left

        var opened = await portal.FillAsync(social, form,
            ("wayIn", "application"), ("policeReport", "filed"), ("consentPersonalData", "true"), ("acquaintedWithConditions", "true"), ("warnedAboutFalseInformation", "true"));
        Assert.StartsWith("/cases/PN-", opened.Url.AbsolutePath, StringComparison.Ordinal);
        var second = opened.Url.AbsolutePath["/cases/".Length..];

        Assert.NotEqual(first, second);
        Assert.Contains(first, opened.Text, StringComparison.Ordinal);
        Assert.Contains("бұрынғы іс", opened.Text, StringComparison.Ordinal);
        var before = await social.GetAsync($"/cases/{first}");
        Assert.Contains(second, before.Text, StringComparison.Ordinal);
        Assert.Contains("кейінгі іс", before.Text, StringComparison.Ordinal);
        Assert.Contains(second, (await social.GetAsync($"/cases/{child}")).Text, StringComparison.Ordinal);
        var found = await social.SubmitAsync(await social.GetAsync("/cases"), form: "main form.searchbar", fields: [("q", Applicant.Iin)]);
        Assert.Contains(first, found.Text, StringComparison.Ordinal);
        Assert.Contains(second, found.Text, StringComparison.Ordinal);
        await RecordedAsync(portal, first, second, child);
    }

    [Fact]
    public async Task A_child_refused_with_the_mother_comes_again_as_the_same_child()
    {
        await using var portal = await TestPortal.StartAsync(database);
        using var social = await portal.SignInAsync("social");
        using var head = await portal.SignInAsync("head");
        var first = await Applicant.ApplyAsync(social);
        var child = await ChildOfAsync(portal, first);
        await RefuseAsync(portal, social, head, child);
        await RefuseAsync(portal, social, head, first);

        var form = await social.GetAsync($"/cases/new?after={first}");
        Assert.Equal(Applicant.ChildName, form.Document.QuerySelector("input[name='children[0].firstName']")!.GetAttribute("value"));
        Assert.Equal("05.05.2017", form.Document.QuerySelector("input[name='children[0].birthDate']")!.GetAttribute("value"));
        var opened = await portal.FillAsync(social, form,
            ("wayIn", "application"), ("policeReport", "filed"), ("consentPersonalData", "true"), ("acquaintedWithConditions", "true"), ("warnedAboutFalseInformation", "true"));

        var again = await ChildOfAsync(portal, opened.Url.AbsolutePath["/cases/".Length..]);
        Assert.NotEqual(child, again);
        Assert.Contains(child, (await social.GetAsync($"/cases/{again}")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await social.GetAsync($"/cases/new?after={child}")).Status); // a child comes with the representative
    }

    private static async Task RefuseAsync(TestPortal portal, PortalBrowser social, PortalBrowser head, string code)
    {
        var record = await social.GetAsync($"/cases/{code}/record/contraindication.found");
        Assert.Contains("13-тармақ", record.Text, StringComparison.Ordinal);
        var done = await portal.FillAsync(social, record, ("understood", "true"), ("health.contraindications", "p13_5"), ("health.checkNotes", "Жарақат"));
        Assert.Equal($"/cases/{code}", done.Url.AbsolutePath);
        await portal.AnswerAsync(social, code, "healthcare-referral");
        await portal.AnswerAsync(head, code, "refusal");
    }

    private static Task<string> ChildOfAsync(TestPortal portal, string code) => portal.WithAsync<CaseDb, string>(async db =>
    {
        var family = await db.Cases.Where(file => file.Code == code).Select(file => file.FamilyId).SingleAsync();
        return await db.Cases.Where(file => file.FamilyId == family && file.IsChild).Select(file => file.Code).SingleAsync();
    });

    private static Task<bool> RecordedAsync(TestPortal portal, string first, string second, string child) => portal.WithAsync<CaseDb, bool>(async db =>
    {
        var cases = await db.Cases.AsNoTracking().ToDictionaryAsync(file => file.Code);
        Assert.Equal(cases[first].Id, cases[second].EarlierCaseId);
        Assert.Equal(CaseState.RefusedMedical, cases[first].State);
        Assert.Equal(cases[second].Id, cases[child].RepresentativeCaseId);
        Assert.Equal(cases[second].FamilyId, cases[child].FamilyId);
        Assert.Contains("treatment.discharged", await db.CaseEvents.Where(one => one.CaseId == cases[first].Id).Select(one => one.Name).ToListAsync());
        Assert.Equal(["healthcare-referral", "refusal"],
            await db.Papers.Where(paper => paper.CaseId == cases[first].Id && paper.State == PaperState.Signed && paper.Kind != "application").Select(paper => paper.Kind).OrderBy(kind => kind).ToListAsync());
        var acts = await db.AuditEntries.Select(entry => new { entry.CaseId, entry.Action }).ToListAsync();
        Assert.Contains(acts, act => act.CaseId == cases[first].Id && act.Action == "person.prefilled");
        Assert.Contains(acts, act => act.CaseId == cases[second].Id && act.Action == "case.opened");
        Assert.Contains(acts, act => act.CaseId == cases[child].Id && act.Action == "case.joinedFamily");
        return true;
    });
}
