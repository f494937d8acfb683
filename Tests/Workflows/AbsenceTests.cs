using Microsoft.EntityFrameworkCore;
using Pana.Cases;
using Pana.Tests.Support;
using Xunit;

namespace Pana.Tests.Workflows;

/// <summary>Leaving without notice (p37 2), T28–T30, T40–T41): three 24-hour periods to the minute, the search for the reason, coming back.</summary>
public abstract class AbsenceTests(TestDatabase database) : ProcedureTests(database, "2026-04-03 09:00")
{
    private Guid _file;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _file = (await World.ApplyAsync())[0];
        await World.ToContractAsync(_file);
        await World.ToServiceAsync(_file);
        World.At("2026-06-10 14:00");
        await World.RecordAsync(World.Social, _file, "recipient.leftWithoutNotice");
    }

    [Fact]
    public async Task Left_on_10_June_at_14_00_expulsion_is_possible_after_13_June_14_00_and_not_before()
    {
        Assert.Equal(CaseState.AbsentWithoutNotice, (await World.CaseAsync(_file)).State);
        await SeekAsync();

        await FireAtAsync("2026-06-13 14:00");
        Assert.DoesNotContain("absence-exceeded", await World.OpenFormsAsync(_file));
        Assert.Equal("Rule.AbsenceNotYet", (await Assert.ThrowsAsync<CaseRuleException>(() => World.RecordAsync(World.Social, _file, "absence.exceededLimit"))).Key);

        await FireAtAsync("2026-06-13 14:01");
        await World.AnswerAsync(World.Social, _file, "absence-exceeded");
        Assert.Equal(CaseState.TerminationPending, (await World.CaseAsync(_file)).State);
        await World.AnswerAsync(World.Head, _file, "order-expulsion");

        Assert.Equal(CaseState.Expelled, (await World.CaseAsync(_file)).State);
        var order = await World.TextOfAsync((await World.PapersAsync(_file)).Last(paper => paper.Kind == "head-order"));
        Assert.Contains("37-тармағының 2) тармақшасына", order, StringComparison.Ordinal);
        Assert.Contains("үш тәуліктен көп уақыт болмауы", order, StringComparison.Ordinal);
        Assert.DoesNotContain("absence", await World.RunningAsync(_file));
    }

    [Fact]
    public async Task Without_an_attempt_to_learn_the_reason_nobody_is_asked_to_confirm_and_no_order_is_signed()
    {
        await FireAtAsync("2026-06-13 14:01");
        Assert.DoesNotContain("absence-exceeded", await World.OpenFormsAsync(_file));

        await World.RecordAsync(World.Social, _file, "absence.exceededLimit");
        var told = await Assert.ThrowsAsync<CaseRuleException>(() => World.AnswerAsync(World.Head, _file, "order-expulsion"));

        Assert.Equal("Rule.ReasonNotSought", told.Key);
        Assert.Equal(CaseState.TerminationPending, (await World.CaseAsync(_file)).State);
    }

    [Fact]
    public async Task One_who_comes_back_at_the_last_minute_goes_on_as_before()
    {
        World.At("2026-06-13 14:00");
        await World.RecordAsync(World.Social, _file, "recipient.returned");

        Assert.Equal(CaseState.InService, (await World.CaseAsync(_file)).State);
        Assert.DoesNotContain("absence", await World.RunningAsync(_file));
        Assert.DoesNotContain("absence-reason", await World.OpenFormsAsync(_file));
        await FireAtAsync("2026-06-20 10:00");
        Assert.DoesNotContain("absence-exceeded", await World.OpenFormsAsync(_file));
        Assert.Empty(await World.IncidentsAsync(_file));
    }

    [Fact]
    public async Task After_the_limit_coming_back_is_no_return_but_a_re_admission()
    {
        World.At("2026-06-13 14:01");
        var told = await Assert.ThrowsAsync<CaseRuleException>(() => World.RecordAsync(World.Social, _file, "recipient.returned"));
        Assert.Equal(("Rule.ReturnedAfterLimit", "13.06.2026 14:00"), (told.Key, told.Arguments[0]));

        await World.RecordAsync(World.Social, _file, "readmission.immediate");
        Assert.Equal(CaseState.InService, (await World.CaseAsync(_file)).State);
        Assert.DoesNotContain("absence", await World.RunningAsync(_file));
    }

    [Fact]
    public async Task A_valid_reason_known_before_the_order_stops_the_expulsion_and_the_contract_goes_on()
    {
        await SeekAsync();
        await FireAtAsync("2026-06-13 14:01");
        await World.AnswerAsync(World.Social, _file, "absence-exceeded");
        Assert.Contains("order-expulsion", await World.OpenFormsAsync(_file));

        await World.RecordAsync(World.Social, _file, "readmission.immediate");

        var file = await World.CaseAsync(_file);
        Assert.Equal(CaseState.InService, file.State);
        Assert.Null(file.EndingGround);
        Assert.DoesNotContain("order-expulsion", await World.OpenFormsAsync(_file));
        Assert.DoesNotContain("expulsion", await World.RunningAsync(_file));
    }

    [Fact]
    public async Task After_the_order_a_valid_reason_opens_a_new_case_that_begins_after_the_identification()
    {
        await SeekAsync();
        await FireAtAsync("2026-06-13 14:01");
        await World.AnswerAsync(World.Social, _file, "absence-exceeded");
        await World.AnswerAsync(World.Head, _file, "order-expulsion");
        await World.RecordByFormAsync(World.Social, _file, "readmission.immediate", "record-readmission", ("readmissionReason", "detention"));

        // Whatever kind of paper it is: who may open it goes with it.
        await World.ReadAsync(db => db.Papers.Where(paper => paper.CaseId == _file && paper.Kind == "assessment-sheet").ExecuteUpdateAsync(row => row.SetProperty(paper => paper.ReaderMask, 3)));

        var again = await World.ApplyAgainAsync(_file);

        var file = await World.CaseAsync(again);
        Assert.Equal((CaseState.Recognised, _file), (file.State, file.EarlierCaseId));
        Assert.Equal(ClockState.Met, (await World.ClockAsync(again, "p28.1")).State);
        Assert.Equal("cruelty", RecipientGround.Of((await World.EventAsync(again, "victim.recognised")).Data));
        Assert.Equal(["general-services", "medical-check", "send-to-authority"], await World.OpenFormsAsync(again));
        var (before, sheet) = ((await World.PapersAsync(_file)).Single(paper => paper.Kind == "assessment-sheet"), (await World.PapersAsync(again)).Single(paper => paper.Kind == "assessment-sheet"));
        Assert.Equal(await World.TextOfAsync(before), await World.TextOfAsync(sheet));
        Assert.Equal((PaperState.Signed, 3), (sheet.State, sheet.ReaderMask));
        await World.AnswerAsync(World.Social, again, "general-services", ("generalServices", "s15_1"));
        Assert.Single(await World.EventsAsync(again), name => name == "recipient.admitted"); // with the re-admission, not once more
        await World.SendAsync(again);
        await World.GrantAsync(again);
        await World.ContractAsync(again);
        Assert.Equal(new DateOnly(2026, 12, 13), (await World.CaseAsync(again)).ContractEndsOn);
        Assert.Empty(await World.IncidentsAsync(again));
    }

    [Fact]
    public async Task Whoever_left_without_a_valid_reason_begins_anew_with_the_identification()
    {
        await SeekAsync();
        await FireAtAsync("2026-06-13 14:01");
        await World.AnswerAsync(World.Social, _file, "absence-exceeded");
        await World.AnswerAsync(World.Head, _file, "order-expulsion");

        var again = await World.ApplyAgainAsync(_file);

        Assert.Equal(CaseState.Applied, (await World.CaseAsync(again)).State);
        Assert.Contains("identification-interview", await World.OpenFormsAsync(again));
    }

    [Fact]
    public async Task Another_ground_than_absence_knows_no_immediate_re_admission()
    {
        await World.RecordAsync(World.Social, _file, "recipient.returned");
        await World.RecordAsync(World.Social, _file, "insultOrNonPerformance.established");

        var told = await Assert.ThrowsAsync<CaseRuleException>(() => World.RecordAsync(World.Social, _file, "readmission.immediate"));

        Assert.Equal("Rule.ReadmissionWithoutAbsence", told.Key);
    }

    [Fact]
    public async Task A_term_that_ends_during_an_absence_waits_for_it()
    {
        World.At("2026-10-01 14:00");
        await World.RecordAsync(World.Social, _file, "readmission.immediate");
        await World.RecordAsync(World.Social, _file, "recipient.leftWithoutNotice");

        await FireAtAsync("2026-10-04 00:00:01");
        Assert.Equal(CaseState.AbsentWithoutNotice, (await World.CaseAsync(_file)).State);
        Assert.Empty(await World.IncidentsAsync(_file));
        World.At("2026-10-04 12:00");
        await World.RecordAsync(World.Social, _file, "recipient.returned");
        await FireAtAsync("2026-10-06 00:00:01");

        Assert.Equal("contract.termEnded", (await World.CaseAsync(_file)).EndingGround);
    }

    private Task SeekAsync()
    {
        World.At("2026-06-11 10:00");
        return World.AnswerAsync(World.Social, _file, "absence-reason", ("soughtWords", "Телефоны өшірулі"));
    }

    private async Task FireAtAsync(string local)
    {
        World.At(local);
        await World.FireTimersAsync();
    }
}

public sealed class AbsenceOnSqlite(SqliteTestDatabase database) : AbsenceTests(database), IClassFixture<SqliteTestDatabase>;

public sealed class AbsenceOnPostgres(PostgresTestDatabase database) : AbsenceTests(database), IClassFixture<PostgresTestDatabase>;
