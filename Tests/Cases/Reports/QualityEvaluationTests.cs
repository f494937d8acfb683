using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pana.Cases;
using Pana.Tests.Support;
using Xunit;

namespace Pana.Tests.Cases.Reports;

/// <summary>The head and the authorised body evaluate the work of a finished quarter (p12, A-34); the body knows numbers and no case.</summary>
public abstract class QualityEvaluationTests(TestDatabase database) : CaseTests(database)
{
    private static readonly Quarter Last = new(2025, 4);

    [Fact]
    public async Task An_authority_knows_the_numbers_of_those_that_sent_it_a_case_and_evaluates_them()
    {
        Assert.Empty(await OrganisationsAsync(World.Officer));
        Assert.Equal("Rule.NotYoursToEvaluate", (await Assert.ThrowsAsync<CaseRuleException>(() => RecordAsync(World.Officer, Last, "good"))).Key);
        await SendAsync(await World.OpenCaseAsync());

        Assert.Equal([World.Organisation.Id], await OrganisationsAsync(World.Officer)); // the other one has sent it nothing
        Assert.Empty(await OrganisationsAsync(World.Policeman));
        Assert.Empty(await OrganisationsAsync(World.Social));
        Assert.Empty(await OrganisationsAsync(Some.Officer(Role.AuthorityOfficer, World.Police.Id)));
        Assert.Equal("good", (await RecordAsync(World.Officer, Last, "good")).Mark.ToString(), ignoreCase: true);
    }

    [Fact]
    public async Task The_head_and_the_auditor_see_both_evaluations_and_the_authority_its_own()
    {
        await SendAsync(await World.OpenCaseAsync());
        await RecordAsync(World.Head, Last, "good", "Басшының ойы");
        World.At("2026-03-21 10:00");
        var made = await RecordAsync(World.Officer, Last, "fair", "Органның ойы");

        Assert.Equal([("Органның ойы", World.Authority.Name), ("Басшының ойы", null)], (await ListAsync(World.Head)).Select(line => (line.Words, line.Agency)));
        Assert.Equal(2, (await ListAsync(World.Auditor)).Count);
        Assert.Equal("Органның ойы", Assert.Single(await ListAsync(World.Officer)).Words);
        Assert.Empty(await ListAsync(World.Policeman));
        Assert.Empty(await ListAsync(World.Social));
        Assert.Empty(await ListAsync(World.Staff(Role.Head, World.Other)));
        Assert.Empty(await ListAsync(World.Head, new Quarter(2025, 3)));
        Assert.Equal((World.Officer.DisplayName, World.Authority.Id, new DateOnly(2026, 3, 20)), (made.RecordedByName, made.AgencyId, made.Day));
        Assert.DoesNotContain("Органның", Encoding.UTF8.GetString((await World.ReadAsync(db => db.QualityEvaluations.SingleAsync(row => row.Id == made.Id))).Sealed), StringComparison.Ordinal);
        Assert.True(await World.ReadAsync(db => db.AuditEntries.AnyAsync(entry => entry.Action == "evaluation.recorded" && entry.OrganisationId == World.Organisation.Id && entry.ActorId == World.Officer.UserId)));
    }

    [Fact]
    public async Task Only_a_quarter_that_is_over_is_evaluated_and_only_by_those_who_may()
    {
        await SendAsync(await World.OpenCaseAsync());

        Assert.Equal("Rule.QuarterNotOver", (await Assert.ThrowsAsync<CaseRuleException>(() => RecordAsync(World.Head, new Quarter(2026, 1), "good"))).Key);
        foreach (var who in new[] { World.Auditor, World.Social, World.Policeman, World.Staff(Role.Head, World.Other) })
        {
            Assert.Equal("Rule.NotYoursToEvaluate", (await Assert.ThrowsAsync<CaseRuleException>(() => RecordAsync(who, Last, "good"))).Key);
        }
    }

    [Theory]
    [InlineData(4, 0, null, null, 0)]
    [InlineData(5, 0, 5, 5, 0)]
    [InlineData(6, 1, 6, null, null)]
    public async Task Contracts_and_marks_are_numbers_in_which_a_few_people_are_hidden(int ended, int notMarked, int? contracts, int? yes, int? no)
    {
        for (var n = 0; n < ended; n++)
        {
            var file = await World.OpenCaseAsync();
            await World.RecordAsync(file, [.. Walk.ToService, "recipient.requestedCompletion", "headOrder.signed"]);
            await World.AsAsync(World.Head, async scope => await scope.GetRequiredService<CaseLedger>().RecordAsync(
                (await scope.GetRequiredService<CaseDb>().Cases.FindAsync(file.Id))!, "resocialisation.marked", data: new JsonObject { [CaseEvent.Code] = n < notMarked ? "no" : "yes" }));
        }

        var tables = await World.AsAsync(World.Officer, scope => scope.GetRequiredService<OrganisationReport>().QualityOfAsync(World.Organisation.Id, new Quarter(2026, 1)));

        Assert.Equal([("contracts", "ended", contracts), ("quality", "yes", yes), ("quality", "no", no)], tables.SelectMany(table => table.Rows.Select(row => (table.Key, row.Key, row.Count))));
    }

    private Task<List<Guid>> OrganisationsAsync(Actor who) => World.AsAsync(who, scope => scope.GetRequiredService<QualityEvaluations>().Organisations.Select(one => one.Id).ToListAsync());

    private Task<QualityEvaluation> RecordAsync(Actor who, Quarter quarter, string mark, string words = "Сөз") => World.AsAsync(who, scope => scope.GetRequiredService<QualityEvaluations>().RecordAsync(
        World.Organisation.Id, quarter, FormAnswers.FromJson(new JsonObject { ["mark"] = mark, ["text"] = words, ["day"] = "2026-03-20" })));

    private Task<IReadOnlyList<QualityLine>> ListAsync(Actor who, Quarter? quarter = null) => World.AsAsync(who, scope => scope.GetRequiredService<QualityEvaluations>().ListAsync(World.Organisation.Id, quarter ?? Last));

    private Task SendAsync(Case file) => World.AsAsync(World.Social, scope => SendAsync(scope.GetRequiredService<CaseDb>(), file, World.Authority.Id));

    /// <summary>A paper of the case is with the agency.</summary>
    internal static Task SendAsync(CaseDb db, Case file, Guid agency)
    {
        var paper = db.Papers.Add(new Paper { CaseId = file.Id, Kind = "assessment-sheet", Language = "kk", TemplateVersion = "1", Version = 99, State = PaperState.Signed, Sealed = [1], Sha256 = [1], CreatedAt = file.AppliedAt }).Entity;
        db.PaperShares.Add(new PaperShare { PaperId = paper.Id, AgencyId = agency, SharedAt = file.AppliedAt });
        return db.SaveChangesAsync();
    }
}

public sealed class QualityEvaluationOnSqlite(SqliteTestDatabase database) : QualityEvaluationTests(database), IClassFixture<SqliteTestDatabase>;

public sealed class QualityEvaluationOnPostgres(PostgresTestDatabase database) : QualityEvaluationTests(database), IClassFixture<PostgresTestDatabase>;
