using Pana.Cases;
using Pana.Tests.Support;
using Xunit;

namespace Pana.Tests.Workflows;

/// <summary>What happens beside the straight way of admission: dates, second thoughts, dissent, two at once (p29, p31, p32, p35).</summary>
public abstract class SideStepTests(TestDatabase database) : ProcedureTests(database, "2026-03-30 09:00")
{
    [Theory]
    [InlineData("s15_1", true)]
    [InlineData("s15_4", true)]
    [InlineData("s15_2", false)]
    public async Task The_stay_of_six_months_is_counted_from_the_day_accommodation_began(string service, bool isHoused)
    {
        var file = (await World.ApplyAsync())[0];
        await World.IdentifyAsync(file);

        await World.AnswerAsync(World.Social, file, "general-services", ("generalServices", service));

        Assert.Equal(isHoused, (await World.EventsAsync(file)).Contains("recipient.admitted"));
        if (!isHoused)
        {
            await World.RecordByFormAsync(World.Social, file, "recipient.admitted", "record-admitted");
        }

        var stay = await World.ClockAsync(file, "p2.2");
        Assert.Equal(stay.Explanation.Days[0].Date.AddMonths(6), stay.DueOn);
        Assert.Empty(await World.IncidentsAsync(file));
    }

    [Fact]
    public async Task A_decision_dated_before_the_receipt_is_told_at_the_form()
    {
        var file = (await World.ApplyAsync())[0];
        await World.IdentifyAsync(file);
        World.At("2026-03-31 10:00");
        await World.SendAsync(file);
        World.At("2026-04-01 10:00");

        var broken = await Assert.ThrowsAsync<CaseRuleException>(() => World.AnswerAsync(World.Officer, file, "issue-decision", ("decision", "grant"), ("decidedOn", "30.03.2026")));

        Assert.Equal("Rule.BeforeItsGround", broken.Key);
        Assert.Contains("issue-decision", await World.OpenFormsAsync(file));
        await World.AnswerAsync(World.Officer, file, "issue-decision", ("decision", "grant"), ("decidedOn", "31.03.2026"));
        Assert.Equal("2026-04-01", (await World.ClockAsync(file, "p31.2")).Due());
    }

    [Fact]
    public async Task A_person_who_files_with_the_police_meanwhile_ends_the_duty_to_inform()
    {
        var file = (await World.ApplyAsync(PoliceReport.Refused))[0];
        await World.AnswerAsync(World.Head, file, "police-content");
        Assert.Contains("police-send", await World.OpenFormsAsync(file));

        await World.RecordAsync(World.Social, file, "recipient.filedPoliceReport");

        Assert.DoesNotContain("police-send", await World.OpenFormsAsync(file));
        Assert.DoesNotContain("police-information", await World.RunningAsync(file));
        Assert.Equal(ClockState.Void, (await World.ClockAsync(file, "p35.1")).State);
        Assert.Empty(await World.SeenByAsync(World.Policeman, file));
        Assert.Contains("identification-interview", await World.OpenFormsAsync(file));
    }

    [Fact]
    public async Task A_person_who_refuses_to_file_later_starts_the_duty_then_and_a_medical_refusal_does_not_end_it()
    {
        var file = (await World.ApplyAsync(PoliceReport.Unknown))[0];
        Assert.DoesNotContain("police-information", await World.RunningAsync(file));

        await World.RecordAsync(World.Social, file, "recipient.refusedPoliceReport");
        await World.RecordAsync(World.Head, file, "contraindication.found");

        Assert.Equal(["healthcare-referral", "police-content", "refusal"], await World.OpenFormsAsync(file));
    }

    [Fact]
    public async Task A_dissenting_signer_is_recorded_and_the_chosen_conclusion_stands()
    {
        var file = (await World.ApplyAsync())[0];
        await World.AnswerAsync(World.Social, file, "identification-interview");
        await World.AnswerAsync(World.Social, file, "assessment-sheet", ("conclusion", "recognised"));
        await World.AnswerAsync(World.Social, file, "sign-sheet");
        await World.AnswerAsync(World.Psychologist, file, "sign-sheet");
        await World.AnswerAsync(World.Officer, file, "sign-sheet");

        await World.AnswerAsync(World.Policeman, file, "sign-sheet", ("opinion", "dissent"), ("dissentText", "Келіспеймін"));

        var sheet = (await World.PapersAsync(file)).Single(paper => paper.Kind == "assessment-sheet");
        Assert.Equal(4, sheet.Signatures.Count);
        Assert.Equal(World.Policeman.DisplayName, Assert.Single(sheet.Signatures, one => one.Dissents).SignerName);
        Assert.Equal(CaseState.Recognised, (await World.CaseAsync(file)).State);
        Assert.Contains("paper.dissented", await World.EventsAsync(file));
        var text = await World.TextOfAsync(sheet);
        var signature = text[text.IndexOf("<!--signatures police-->", StringComparison.Ordinal)..text.IndexOf("<!--/signatures police-->", StringComparison.Ordinal)];
        Assert.Contains("Ерекше пікір", signature, StringComparison.Ordinal);
        Assert.Contains("Келіспеймін", signature, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unsigned_contract_is_prepared_anew()
    {
        var file = (await World.ApplyAsync())[0];
        await World.IdentifyAsync(file);
        await World.SendAsync(file);
        await World.GrantAsync(file);
        await World.AnswerAsync(World.Social, file, "conclude-contract");

        await World.AnswerAsync(World.Head, file, "sign-contract", ("recipientSigned", "no"));
        Assert.Equal(CaseState.AwaitingContract, (await World.CaseAsync(file)).State);
        await World.ContractAsync(file);

        Assert.Equal(CaseState.AssessmentPending, (await World.CaseAsync(file)).State);
        Assert.Equal(2, (await World.PapersAsync(file)).Where(paper => paper.Kind == "contract").Max(paper => paper.Version));
    }

    [Fact]
    public async Task A_time_before_the_application_is_told_at_the_form_and_the_task_stays_open()
    {
        var file = (await World.ApplyAsync())[0];
        await World.IdentifyAsync(file);

        var broken = await Assert.ThrowsAsync<CaseRuleException>(() => World.AnswerAsync(
            World.Social, file, "send-to-authority", ("attached", "application"), ("sentAt", "29.03.2026"), ("sentAt._time", "10:00")));

        Assert.Equal("Rule.BeforeApplication", broken.Key);
        Assert.Contains("send-to-authority", await World.OpenFormsAsync(file));
        Assert.Equal(CaseState.Recognised, (await World.CaseAsync(file)).State);
        Assert.Empty(await World.SeenByAsync(World.Officer, file));
    }

    [Fact]
    public async Task Signatures_given_at_the_same_moment_all_count()
    {
        var file = (await World.ApplyAsync())[0];
        await World.AnswerAsync(World.Social, file, "identification-interview");
        await World.AnswerAsync(World.Social, file, "assessment-sheet", ("conclusion", "recognised"));

        await Task.WhenAll(new[] { World.Social, World.Psychologist, World.Officer, World.Policeman }
            .Select(signer => Task.Run(() => World.AnswerAsync(signer, file, "sign-sheet"))));

        Assert.Equal(4, (await World.PapersAsync(file)).Single(paper => paper.Kind == "assessment-sheet").Signatures.Count);
        Assert.Equal(CaseState.Recognised, (await World.CaseAsync(file)).State);
        Assert.Single(await World.EventsAsync(file), name => name == "victim.recognised");
    }

    [Fact]
    public async Task Starting_admission_again_starts_nothing()
    {
        var file = (await World.ApplyAsync())[0];
        var before = await World.RunningAsync(file);

        await World.StartAgainAsync(file);

        Assert.Equal(["admission", "identification", "steps-to-contract"], before);
        Assert.Equal(before, await World.RunningAsync(file));
    }
}

public sealed class SideStepsOnSqlite(SqliteTestDatabase database) : SideStepTests(database), IClassFixture<SqliteTestDatabase>;

public sealed class SideStepsOnPostgres(PostgresTestDatabase database) : SideStepTests(database), IClassFixture<PostgresTestDatabase>;
