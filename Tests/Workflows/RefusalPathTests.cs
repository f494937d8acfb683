using Pana.Cases;
using Pana.Tests.Support;
using Xunit;

namespace Pana.Tests.Workflows;

/// <summary>The ways in which admission ends without a contract, or takes another way (p13, p30, p31, p35).</summary>
public abstract class RefusalPathTests(TestDatabase database) : ProcedureTests(database, "2026-03-30 09:00")
{
    [Fact]
    public async Task Not_a_victim_is_refused_with_a_paper_and_nothing_goes_to_the_authority()
    {
        var file = (await World.ApplyAsync())[0];

        await World.IdentifyAsync(file, "notRecognised");
        await World.AnswerAsync(World.Head, file, "refusal");

        Assert.Equal(CaseState.RefusedNotVictim, (await World.CaseAsync(file)).State);
        Assert.Equal(PaperState.Signed, (await World.PapersAsync(file)).Single(paper => paper.Kind == "refusal").State);
        Assert.Empty(await World.SeenByAsync(World.Officer, file));
        await NothingIsLeftAsync(file);
    }

    [Fact]
    public async Task A_contraindication_found_by_the_nurse_before_identification_refers_to_healthcare()
    {
        var file = (await World.ApplyAsync())[0];

        await World.AnswerAsync(World.Nurse, file, "medical-check", ("contraindication", "found"));

        Assert.Equal(["healthcare-referral", "refusal"], await World.OpenFormsAsync(file));
        await ReferredAsync(file);
    }

    [Fact]
    public async Task A_contraindication_recorded_on_the_page_during_the_signatures_withdraws_every_open_task()
    {
        var file = (await World.ApplyAsync())[0];
        await World.AnswerAsync(World.Social, file, "identification-interview");
        await World.AnswerAsync(World.Psychologist, file, "assessment-sheet", ("conclusion", "recognised"));
        await World.AnswerAsync(World.Policeman, file, "sign-sheet");
        Assert.Equal(["assessment-sheet"], await World.SeenByAsync(World.Officer, file));

        await World.RecordAsync(World.Head, file, "contraindication.found");

        Assert.Equal(["healthcare-referral", "refusal"], await World.OpenFormsAsync(file));
        Assert.Empty(await World.SeenByAsync(World.Officer, file));
        Assert.All((await World.TasksAsync(file)).Where(task => task.FormId == "sign-sheet" && !task.Roles.Contains("police-representative")),
            task => Assert.Equal(UserTaskState.Withdrawn, task.State));
        await ReferredAsync(file);
    }

    [Fact]
    public async Task A_contraindication_after_recognition_stops_the_way_to_the_authority_and_the_general_services()
    {
        var file = (await World.ApplyAsync())[0];
        await World.IdentifyAsync(file);
        await World.SendAsync(file);

        await World.RecordAsync(World.Head, file, "contraindication.found");

        Assert.Equal(["healthcare-referral", "refusal"], await World.OpenFormsAsync(file));
        await ReferredAsync(file);
    }

    [Fact]
    public async Task A_refusal_by_the_authority_goes_to_manual_handling_while_general_services_go_on()
    {
        var file = (await World.ApplyAsync())[0];
        await World.IdentifyAsync(file);
        await World.SendAsync(file);

        await World.AnswerAsync(World.Officer, file, "issue-decision", ("decision", "refuse"));

        Assert.Contains("general-services", await World.OpenFormsAsync(file));
        Assert.Contains("manual-handling", await World.OpenFormsAsync(file));
        Assert.Equal(CaseState.AwaitingDecision, (await World.CaseAsync(file)).State);
        Assert.DoesNotContain("decision.issued", await World.EventsAsync(file));
    }

    [Fact]
    public async Task After_a_refusal_the_authority_may_be_asked_again_and_grant()
    {
        var file = (await World.ApplyAsync())[0];
        await World.IdentifyAsync(file);
        await World.SendAsync(file);
        await World.AnswerAsync(World.Officer, file, "issue-decision", ("decision", "refuse"));

        await World.AnswerAsync(World.Head, file, "manual-handling", ("nextStep", "askAgain"));
        await World.SendAsync(file);
        await World.GrantAsync(file);
        await World.ContractAsync(file);

        Assert.Equal(CaseState.AssessmentPending, (await World.CaseAsync(file)).State);
    }

    [Fact]
    public async Task An_authority_that_changes_its_mind_issues_anew_without_the_documents_being_sent_again()
    {
        var file = (await World.ApplyAsync())[0];
        await World.IdentifyAsync(file);
        await World.SendAsync(file);
        await World.AnswerAsync(World.Officer, file, "issue-decision", ("decision", "refuse"));

        await World.AnswerAsync(World.Head, file, "manual-handling", ("nextStep", "granted"));
        await World.GrantAsync(file);

        Assert.Equal(CaseState.AwaitingContract, (await World.CaseAsync(file)).State);
        Assert.Single(await World.EventsAsync(file), name => name == "documents.sentToAuthority");
    }

    [Fact]
    public async Task The_head_may_end_a_case_that_the_authority_refused()
    {
        var file = (await World.ApplyAsync())[0];
        await World.IdentifyAsync(file);
        await World.SendAsync(file);
        await World.AnswerAsync(World.Officer, file, "issue-decision", ("decision", "refuse"));

        await World.AnswerAsync(World.Head, file, "manual-handling", ("nextStep", "end"));

        await NothingIsLeftAsync(file);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_person_who_withdraws_before_the_contract_is_let_go_at_once(bool afterRecognition)
    {
        var file = (await World.ApplyAsync())[0];
        if (afterRecognition)
        {
            await World.IdentifyAsync(file);
        }

        await World.RecordAsync(World.Social, file, "applicant.withdrew");

        Assert.Equal(CaseState.Withdrawn, (await World.CaseAsync(file)).State);
        await NothingIsLeftAsync(file);
    }

    [Fact]
    public async Task A_withdrawal_leaves_the_police_duty_and_the_childs_case_as_they_are()
    {
        var family = await World.ApplyAsync(PoliceReport.Refused, "2017-05-05");

        await World.RecordAsync(World.Social, family[0], "applicant.withdrew");

        Assert.Equal(["police-content"], await World.OpenFormsAsync(family[0]));
        Assert.Equal(ClockState.Running, (await World.ClockAsync(family[0], "p35.1")).State);
        Assert.Equal(ClockState.Void, (await World.ClockAsync(family[0], "p28.1")).State);
        Assert.Equal(CaseState.Applied, (await World.CaseAsync(family[1])).State);
        Assert.Contains("identification-interview", await World.OpenFormsAsync(family[1]));
    }

    private async Task ReferredAsync(Guid file)
    {
        await World.AnswerAsync(World.Nurse, file, "healthcare-referral");
        await World.AnswerAsync(World.Head, file, "refusal");

        Assert.Equal(CaseState.RefusedMedical, (await World.CaseAsync(file)).State);
        Assert.DoesNotContain(await World.PapersAsync(file), paper => paper.State == PaperState.Draft && paper.Kind is not "assessment-sheet");
        Assert.Subset(
            (await World.PapersAsync(file)).Where(paper => paper.State == PaperState.Signed).Select(paper => paper.Kind).ToHashSet(),
            new HashSet<string> { "refusal", "healthcare-referral" });
        await NothingIsLeftAsync(file);
    }
}

public sealed class RefusalPathsOnSqlite(SqliteTestDatabase database) : RefusalPathTests(database), IClassFixture<SqliteTestDatabase>;

public sealed class RefusalPathsOnPostgres(PostgresTestDatabase database) : RefusalPathTests(database), IClassFixture<PostgresTestDatabase>;
