using System.Net;
using Microsoft.EntityFrameworkCore;
using Pana.Cases;
using Pana.Portal.Start;
using Pana.Tests.Cases.Reports;
using Pana.Tests.Support;
using Xunit;

namespace Pana.Tests.Host.Pages;

public sealed class SqliteReportPagesTests(SqliteTestDatabase database) : ReportPagesTests(database), IClassFixture<SqliteTestDatabase>;

public sealed class PostgresReportPagesTests(PostgresTestDatabase database) : ReportPagesTests(database), IClassFixture<PostgresTestDatabase>;

/// <summary>Who sees which numbers, and the two evaluations beside each other (p12).</summary>
public abstract class ReportPagesTests(TestDatabase database)
{
    [Fact]
    public async Task The_head_and_the_authority_evaluate_and_the_auditor_reads_both()
    {
        await using var portal = await TestPortal.StartAsync(database);
        using var social = await portal.SignInAsync("social");
        using var head = await portal.SignInAsync("head");
        using var authority = await portal.SignInAsync("authority");
        using var auditor = await portal.SignInAsync("auditor");
        var code = await Applicant.ApplyAsync(social);
        var organisation = DemoAccounts.OrganisationId;
        var address = $"/reports/evaluation/2025-Q4/{organisation}";

        Assert.Contains("Сізге іс жіберген ұйым әлі жоқ", (await authority.GetAsync("/reports")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await authority.GetAsync(address)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await auditor.GetAsync(address)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await head.GetAsync($"/reports/evaluation/2026-Q1/{organisation}")).Status); // not over
        await portal.WithAsync<CaseDb, bool>(async db =>
        {
            await QualityEvaluationTests.SendAsync(db, await db.Cases.SingleAsync(file => file.Code == code), DemoAccounts.AuthorityId);
            return true;
        });

        var seen = await authority.GetAsync("/reports");
        Assert.Equal(["t-contracts", "t-quality"], seen.Document.QuerySelectorAll("section[aria-labelledby^=t-]").Select(table => table.GetAttribute("aria-labelledby")));
        Assert.DoesNotContain(code, seen.Html, StringComparison.Ordinal);
        var empty = await authority.SubmitAsync(await authority.GetAsync(seen.Document.QuerySelector("a[href^='/reports/evaluation/']")!.GetAttribute("href")!), "Бағалауды тіркеу", "main form.work", ("text", "Органның негіздемесі"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.Status);
        Assert.Contains("Органның негіздемесі", (await authority.SubmitAsync(empty, "Бағалауды тіркеу", "main form.work", ("mark", "fair"))).Text, StringComparison.Ordinal);
        var own = await head.SubmitAsync(await head.GetAsync(address), "Бағалауды тіркеу", "main form.work", ("mark", "good"), ("text", "Басшының негіздемесі"));
        Assert.Contains("Бағалау тіркелді", own.Text, StringComparison.Ordinal);
        Assert.Contains("t-stages", own.Html, StringComparison.Ordinal);

        foreach (var reader in new[] { head, auditor })
        {
            var report = await reader.GetAsync("/reports?quarter=2025-Q4");
            Assert.Contains("Органның негіздемесі", report.Text, StringComparison.Ordinal);
            Assert.Contains("Басшының негіздемесі", report.Text, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("Басшының негіздемесі", (await authority.GetAsync("/reports?quarter=2025-Q4")).Text, StringComparison.Ordinal);
        Assert.Contains("Басшының негіздемесі", (await head.GetAsync($"/reports?handler=Csv&quarter=2025-Q4&organisation={organisation}")).Html, StringComparison.Ordinal);
        Assert.DoesNotContain("/reports/evaluation/", (await auditor.GetAsync("/reports")).Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await authority.GetAsync($"/reports?organisation={Guid.NewGuid()}")).Status);
    }
}
