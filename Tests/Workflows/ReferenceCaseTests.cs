using Pana.Cases;
using Pana.Tests.Support;
using Xunit;

namespace Pana.Tests.Workflows;

/// <summary>
/// The reference case: a mother with two children, without documents, who refuses to file with the police, from the
/// night of 20 March 2026 to contract, card and portal; every limit falls where the calendar says.
/// </summary>
public abstract class ReferenceCaseTests(TestDatabase database) : ProcedureTests(database, "2026-03-20 23:40")
{
    [Fact]
    public async Task A_mother_with_two_children_comes_to_the_contract_within_every_limit()
    {
        World.At("2026-03-20 23:40");
        var family = await World.ApplyAsync(PoliceReport.Refused, "2021-05-02", "2016-11-14");
        var mother = family[0];
        Assert.Equal(3, family.Count);
        foreach (var one in family)
        {
            Assert.Equal("2026-03-26", (await World.ClockAsync(one, "p28.1")).Due());
            Assert.Contains("medical-check", await World.OpenFormsAsync(one));
        }

        Assert.Equal("2026-03-30", (await World.ClockAsync(mother, "p35.1")).Due());
        await ChildrenAreInterviewedWithTheirRepresentativeAsync(family);

        World.At("2026-03-24 11:00");
        foreach (var one in family)
        {
            await World.IdentifyAsync(one);
            Assert.Equal("2026-03-26", (await World.ClockAsync(one, "p30.1")).Due());
            Assert.Equal(CaseState.Recognised, (await World.CaseAsync(one)).State);
            Assert.Empty(await World.SeenByAsync(World.Officer, one));
            Assert.Empty(await World.SeenByAsync(World.Policeman, one));
            Assert.Contains("general-services", await World.OpenFormsAsync(one));
        }

        World.At("2026-03-26 16:00");
        foreach (var one in family)
        {
            await World.AnswerAsync(World.Social, one, "send-to-authority");
            Assert.Equal(["application", "assessment-sheet", "transmittal"], await World.SeenByAsync(World.Officer, one));
            Assert.Empty(await World.SeenByAsync(World.Policeman, one));
        }

        World.At("2026-03-27 10:00");
        foreach (var one in family)
        {
            await World.AnswerAsync(World.Officer, one, "receive-documents");
            Assert.Equal("2026-04-01", (await World.ClockAsync(one, "p31.1")).Due());
        }

        World.At("2026-03-30 09:30");
        await World.InformPoliceAsync(mother);
        Assert.Equal(ClockState.Met, (await World.ClockAsync(mother, "p35.1")).State);
        Assert.Equal(["police-information"], await World.SeenByAsync(World.Policeman, mother));
        await PoliceLetterIsDatedAsync(mother);

        World.At("2026-04-01 12:00");
        foreach (var one in family)
        {
            await World.AnswerAsync(World.Officer, one, "issue-decision", ("decision", "grant"));
            Assert.Equal("2026-04-02", (await World.ClockAsync(one, "p31.2")).Due());
        }

        World.At("2026-04-02 15:00");
        foreach (var one in family)
        {
            await World.AnswerAsync(World.Officer, one, "send-decision");
            await World.AnswerAsync(World.Social, one, "receive-decision");
            Assert.Equal("2026-04-03", (await World.ClockAsync(one, "p32.2")).Due());
        }

        World.At("2026-04-03 14:00");
        foreach (var one in family)
        {
            await World.ContractAsync(one);
            var file = await World.CaseAsync(one);
            Assert.Equal("2026-04-06", (await World.ClockAsync(one, "p16.1")).Due());
            Assert.Equal(new DateOnly(2026, 4, 3), file.ContractOn);
            Assert.Equal(new DateOnly(2026, 10, 3), file.ContractEndsOn);
            await World.AnswerAsync(World.Social, one, "registration-card", ("person.lastName", ProcedureWorld.Canary), ("person.firstName", "Айгүл"));
            Assert.Equal("2026-04-06", (await World.ClockAsync(one, "p34.2")).Due());
        }

        World.At("2026-04-06 09:00");
        foreach (var one in family)
        {
            await World.AnswerAsync(World.Social, one, "portal-entry");
            await EndedAsync(one);
        }

        var engine = await World.EverythingOfTheEngineAsync();
        Assert.Contains("conclusion", engine, StringComparison.Ordinal);
        Assert.DoesNotContain(ProcedureWorld.Canary, engine, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Айгүл", engine, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Жауап мәтіні", engine, StringComparison.Ordinal);
    }

    private async Task ChildrenAreInterviewedWithTheirRepresentativeAsync(IReadOnlyList<Guid> family)
    {
        var mother = (await World.TasksAsync(family[0])).Single(task => task.FormId == "identification-interview");
        Assert.DoesNotContain("өкілі", mother.Title.Kk, StringComparison.Ordinal);
        foreach (var child in family.Skip(1))
        {
            var task = (await World.TasksAsync(child)).Single(one => one.FormId == "identification-interview");
            Assert.Contains("заңды өкілінің қатысуымен", task.Title.Kk, StringComparison.Ordinal);
            Assert.Contains("26", task.Paragraphs);
            await World.AnswerAsync(World.Head, child, "minor-report-check", ("duty", "none"));
        }
    }

    // The head approves the content by a draft; what is sent is made with the day of sending, signed, and the draft counts no more.
    private async Task PoliceLetterIsDatedAsync(Guid mother)
    {
        var letters = (await World.PapersAsync(mother)).Where(paper => paper.Kind == "police-information").OrderBy(paper => paper.Version).ToList();
        Assert.Equal([PaperState.Superseded, PaperState.Signed], letters.Select(paper => paper.State));
        var text = await World.TextOfAsync(letters[^1]);
        Assert.Contains("2026 жылғы \"30\" наурыз", text, StringComparison.Ordinal);
        Assert.Contains("бас тартты", text, StringComparison.Ordinal);
    }

    private async Task EndedAsync(Guid one)
    {
        var file = await World.CaseAsync(one);
        var papers = await World.PapersAsync(one);
        Assert.All(papers.Where(paper => paper.State != PaperState.Superseded), paper => Assert.Equal($"{paper.Kind} Signed", $"{paper.Kind} {paper.State}"));
        Assert.Equal(CaseState.AssessmentPending, file.State);
        Assert.Equal(CardState.InPortal, file.CardState);
        Assert.Equal(PaperState.Signed, papers.Single(paper => paper.Kind == "contract").State);
        Assert.Equal(PaperState.Signed, papers.Single(paper => paper.Kind == "registration-card").State);
        Assert.Equal(PaperState.Signed, papers.Single(paper => paper.Kind == "assessment-sheet").State);
        Assert.Contains("application", await World.SeenByAsync(World.Officer, one));
        Assert.DoesNotContain("application", await World.SeenByAsync(World.Policeman, one));
        Assert.DoesNotContain("assessment-sheet", await World.SeenByAsync(World.Policeman, one));
        Assert.Equal(["needs-assessment"], await World.OpenFormsAsync(one));
        Assert.Equal(["service", "term"], await World.RunningAsync(one));
        Assert.Empty(await World.IncidentsAsync(one));
        Assert.All(
            (await World.ReadAsync(async db => db.Clocks.Where(clock => clock.CaseId == one).ToList())).Where(clock => clock.ObligationId is not ("p16.1" or "p33.1" or "p2.2")),
            clock => Assert.Equal(ClockState.Met, clock.State));
    }
}

public sealed class ReferenceCaseOnSqlite(SqliteTestDatabase database) : ReferenceCaseTests(database), IClassFixture<SqliteTestDatabase>;

public sealed class ReferenceCaseOnPostgres(PostgresTestDatabase database) : ReferenceCaseTests(database), IClassFixture<PostgresTestDatabase>;
