using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pana.Cases;
using Pana.Portal.Pages.Reports;
using Pana.Tests.Support;
using Xunit;

namespace Pana.Tests.Cases.Reports;

/// <summary>Counts that name nobody: no small cell is shown, none can be computed from what is shown and a total.</summary>
public sealed class SmallCellsTests
{
    [Theory]
    [InlineData(new[] { 7, 9, 0 }, new[] { 7, 9, 0 })]
    [InlineData(new[] { 1, 9, 7, 0 }, new[] { -1, 9, -1, 0 })]
    [InlineData(new[] { 2, 2, 9 }, new[] { -1, -1, -1 })]
    [InlineData(new[] { 3, 2, 9 }, new[] { -1, -1, 9 })]
    [InlineData(new[] { 4, 0, 0 }, new[] { -1, 0, 0 })]
    [InlineData(new int[0], new int[0])]
    public void Small_counts_are_hidden_with_as_many_others_as_they_need(int[] counts, int[] shown) =>
        Assert.Equal(shown, SmallCells.Hide(counts).Select(count => count ?? -1));

    [Fact]
    public void Whatever_the_counts_no_hidden_one_follows_from_the_total() => Check.QuickThrowOnFailure(Prop.ForAll(
        Gen.Choose(0, 12).ArrayOf().ToArbitrary(),
        counts =>
        {
            var shown = SmallCells.Hide(counts);
            var hidden = counts.Where((_, index) => shown[index] is null).ToList();
            return shown.All(count => count is null or 0 or >= SmallCells.Threshold)
                && counts.Zip(shown).All(pair => pair.Second is null || pair.First == pair.Second)
                // One hidden cell alone, or too few people in the hidden ones, only where there is nothing else to hide.
                && (hidden.Count == 0 || (hidden.Count > 1 && hidden.Sum() >= SmallCells.Threshold) || shown.All(count => count is null or 0));
        }));

    [Theory]
    [InlineData("Психолог", "Психолог")]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("  @SUM(A1)", "'  @SUM(A1)")]
    [InlineData("-2", "'-2")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("а;б \"в\"", "\"а;б \"\"в\"\"\"")]
    public void A_cell_of_the_file_is_never_a_formula(string value, string written) => Assert.Equal(written, CsvFile.Cell(value));

    [Fact]
    public void A_quarter_knows_its_days()
    {
        Assert.Equal((new DateOnly(2026, 10, 1), new DateOnly(2027, 1, 1)), (new Quarter(2026, 4).First, new Quarter(2026, 4).After));
        Assert.Equal(new Quarter(2025, 4), new Quarter(2026, 1).Before);
        Assert.Equal(new Quarter(2026, 2), Quarter.Parse("2026-Q2"));
        Assert.Null(Quarter.Parse("2026-Q5"));
        Assert.Null(Quarter.Parse("26-Q1"));
    }
}

public abstract class OrganisationReportTests(TestDatabase database) : CaseTests(database)
{
    [Fact]
    public async Task A_quarter_counts_its_own_organisation_s_people_once_in_each_table()
    {
        World.At("2026-03-20 12:30");
        for (var n = 0; n < 6; n++)
        {
            var served = await World.OpenCaseAsync();
            await World.RecordAsync(served, [.. Walk.ToService]);
            await GiveAsync(served, "s1_5", 2);
            if (n == 0)
            {
                await GiveAsync(served, "s3_4", 1);
            }
        }

        for (var n = 0; n < 5; n++)
        {
            await World.RecordAsync(await World.OpenCaseAsync(), "applicant.withdrew");
        }

        await World.OpenCaseAsync();
        await World.OpenCaseAsync(who: World.Staff(Role.SocialWorkSpecialist, World.Other));
        World.At("2026-04-02 10:00");
        await World.OpenCaseAsync();

        var report = await World.AsAsync(World.Head, scope => scope.GetRequiredService<OrganisationReport>().OfAsync(World.Organisation.Id, new Quarter(2026, 1)));
        ReportTable Table(string key) => report.Single(table => table.Key == key);
        Assert.Equal([("admission", null), ("planning", 0), ("service", (int?)null)], Table("stages").Rows.Select(row => (row.Key, row.Count))); // one person in admission
        Assert.Equal([("cruelty", 0), ("threat", 0), ("both", 0), ("none", 6)], Table("grounds").Rows.Select(row => (row.Key, row.Count ?? -1)));
        Assert.Equal(5, Table("refusals").Rows.Single(row => row.Key == "applicant.withdrew").Count);
        Assert.Equal([("s1", null, null), ("s3", null, (int?)null)], Table("services").Rows.Select(row => (row.Key, row.Count, row.Services)));
        Assert.Equal(6, Table("limits").Rows.Single(row => row.Key == "p28.1:met").Count);
        Assert.Equal(0, Table("limits").Rows.Single(row => row.Key == "p28.1:late").Count);
        Assert.Empty(Table("outcomes").Rows);
        Assert.All(Table("quality").Rows, row => Assert.Equal(0, row.Count));
        Assert.All(await World.AsAsync(World.Head, scope => scope.GetRequiredService<OrganisationReport>().OfAsync(World.Organisation.Id, new Quarter(2025, 4))), table =>
            Assert.All(table.Rows, row => Assert.Equal(0, row.Count)));
    }

    [Fact]
    public async Task The_re_socialised_and_the_grounds_are_counted_in_the_quarter_of_the_order()
    {
        World.At("2026-03-20 12:30");
        for (var n = 0; n < 5; n++)
        {
            var file = await World.OpenCaseAsync();
            await World.RecordAsync(file, [.. Walk.ToService, "recipient.requestedCompletion", "headOrder.signed"]);
            await World.AsAsync(World.Head, async scope => await scope.GetRequiredService<CaseLedger>().RecordAsync(
                (await scope.GetRequiredService<CaseDb>().Cases.FindAsync(file.Id))!, "resocialisation.marked", data: new JsonObject { [CaseEvent.Code] = "yes" }));
        }

        var report = await World.AsAsync(World.Head, scope => scope.GetRequiredService<OrganisationReport>().OfAsync(World.Organisation.Id, new Quarter(2026, 1)));

        Assert.Equal([("recipient.requestedCompletion", 5)], report.Single(table => table.Key == "outcomes").Rows.Select(row => (row.Key, row.Count)));
        Assert.Equal([("yes", 5), ("no", 0)], report.Single(table => table.Key == "quality").Rows.Select(row => (row.Key, row.Count)));
        Assert.Equal(0, report.Single(table => table.Key == "stages").Rows.Sum(row => row.Count));
    }

    [Fact]
    public async Task The_recognised_are_counted_by_the_ground_that_was_chosen()
    {
        World.At("2026-03-20 12:30");
        for (var n = 0; n < 12; n++)
        {
            var file = await World.OpenCaseAsync();
            await World.RecordAsync(file, "identification.started");
            await World.AsAsync(World.Social, async scope => await scope.GetRequiredService<CaseLedger>().RecordAsync(
                (await scope.GetRequiredService<CaseDb>().Cases.FindAsync(file.Id))!, "victim.recognised", data: new JsonObject { [CaseEvent.Code] = n < 7 ? "cruelty" : "threat" }));
        }

        var report = await World.AsAsync(World.Head, scope => scope.GetRequiredService<OrganisationReport>().OfAsync(World.Organisation.Id, new Quarter(2026, 1)));

        Assert.Equal([("cruelty", 7), ("threat", 5), ("both", 0)], report.Single(table => table.Key == "grounds").Rows.Select(row => (row.Key, row.Count ?? -1)));
    }

    private Task GiveAsync(Case file, string service, int times) => World.AsAsync(World.Social, async scope =>
    {
        var db = scope.GetRequiredService<CaseDb>();
        for (var n = 0; n < times; n++)
        {
            db.ServiceEntries.Add(new ServiceEntry { CaseId = file.Id, OrganisationId = file.OrganisationId, Service = service, At = World.Time.GetUtcNow(), Day = new DateOnly(2026, 3, 20), Minutes = 30, RecordedByName = "Маман" });
        }

        await db.SaveChangesAsync();
    });
}

public sealed class OrganisationReportOnSqlite(SqliteTestDatabase database) : OrganisationReportTests(database), IClassFixture<SqliteTestDatabase>;

public sealed class OrganisationReportOnPostgres(PostgresTestDatabase database) : OrganisationReportTests(database), IClassFixture<PostgresTestDatabase>;
