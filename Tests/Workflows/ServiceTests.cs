using System.Text.Json.Nodes;
using Pana.Cases;
using Pana.Tests.Support;
using Xunit;

namespace Pana.Tests.Workflows;

/// <summary>After the contract (p14–21, p33, p37): needs, plan, monitoring, correction, hospital, extension, with the dates of the Standard.</summary>
public abstract class ServiceTests(TestDatabase database) : ProcedureTests(database, "2026-04-03 09:00")
{
    private Guid _file;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _file = (await World.ApplyAsync())[0];
        await World.ToContractAsync(_file);
    }

    [Fact]
    public async Task From_the_contract_to_the_first_monitoring_every_limit_falls_where_the_Standard_puts_it()
    {
        Assert.Equal("2026-04-06", (await World.ClockAsync(_file, "p16.1")).Due());
        Assert.Equal((await World.ClockAsync(_file, "p16.1")).DueAt, (await TaskAsync("needs-assessment")).DueAt);

        World.At("2026-04-06 17:00");
        await World.AnswerAsync(World.Social, _file, "needs-assessment", ("paper.needs1", "s1_1"), ("paper.needs3", "s3_1"));
        Assert.Equal(ClockState.Met, (await World.ClockAsync(_file, "p16.1")).State);
        Assert.Equal("2026-04-09", (await World.ClockAsync(_file, "p17.1")).Due());
        Assert.Equal(CaseState.PlanPending, (await World.CaseAsync(_file)).State);

        await DraftAsync("Психологпен апта сайынғы сұхбат");
        Assert.Equal(ClockState.Running, (await World.ClockAsync(_file, "p17.1")).State);
        Assert.Equal((await World.ClockAsync(_file, "p17.1")).DueAt, (await TaskAsync("plan-approve")).DueAt);
        World.At("2026-04-09 18:00");
        await World.AnswerAsync(World.Head, _file, "plan-approve");
        Assert.Equal(ClockState.Met, (await World.ClockAsync(_file, "p17.1")).State);
        Assert.Equal(CaseState.InService, (await World.CaseAsync(_file)).State);
        Assert.Equal("2026-07-09", (await World.ClockAsync(_file, "p21.1")).Due());

        World.At("2026-07-09 12:00");
        await World.FireTimersAsync();
        await World.AnswerAsync(World.Social, _file, "monitoring", ("change", "better"), ("better", "Ұйқысы түзелді"), ("correct", "no"));
        Assert.Equal("2026-10-09", (await World.ClockAsync(_file, "p21.1")).Due());
        Assert.DoesNotContain("monitoring", await World.OpenFormsAsync(_file)); // not again on the same day

        World.At("2026-09-08 12:00");
        await World.FireTimersAsync();
        Assert.DoesNotContain("monitoring", await World.OpenFormsAsync(_file));
        World.At("2026-09-10 12:00");
        await World.FireTimersAsync();
        Assert.Contains("monitoring", await World.OpenFormsAsync(_file));
        Assert.Empty(await World.IncidentsAsync(_file));
    }

    [Fact]
    public async Task The_plan_prints_as_appendix_1_signed_by_the_specialist_and_the_head()
    {
        await InServiceAsync();

        var plan = (await World.PapersAsync(_file)).Single(paper => paper.Kind == "individual-plan");
        var text = await World.TextOfAsync(plan);

        Assert.Equal(PaperState.Signed, plan.State);
        Assert.Equal(["specialist", "head"], plan.Signatures.Select(signature => signature.Group));
        Assert.Contains("БЕКІТЕМІН", text, StringComparison.Ordinal);
        Assert.Contains("Апталық сұхбат: Аптасына бір рет", text, StringComparison.Ordinal);
        Assert.Contains("Психолог Сәуле", text, StringComparison.Ordinal);
        Assert.Equal(8, text.Split("<tr><td>").Length - 1);
    }

    [Fact]
    public async Task A_plan_that_the_head_returns_is_drafted_anew()
    {
        await World.AnswerAsync(World.Social, _file, "needs-assessment");
        await DraftAsync("Бірінші нұсқа");

        await World.PressAsync(World.Head, _file, "plan-approve", "Returned", ("paper.planRemarks", "Көлемін нақтылаңыз"));

        Assert.Equal(CaseState.PlanPending, (await World.CaseAsync(_file)).State);
        await DraftAsync("Екінші нұсқа");
        await World.AnswerAsync(World.Head, _file, "plan-approve");
        var plans = (await World.PapersAsync(_file)).Where(paper => paper.Kind == "individual-plan").OrderBy(paper => paper.Version).ToList();
        Assert.Equal([PaperState.Superseded, PaperState.Signed], plans.Select(paper => paper.State));
        Assert.Contains("Екінші нұсқа", await World.TextOfAsync(plans[1]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_monitoring_that_decides_on_a_correction_opens_it_and_the_old_plan_is_kept()
    {
        await InServiceAsync();
        World.At("2026-07-09 12:00");
        await World.FireTimersAsync();
        await World.AnswerAsync(World.Social, _file, "monitoring", ("change", "worse"), ("worse", "Жұмыссыз қалды"), ("correct", "yes"), ("correctKinds", "s5"));
        Assert.True((await World.CaseAsync(_file)).PlanUnderCorrection);

        await DraftAsync("Жұмысқа орналасуға көмек", "s5");
        await World.AnswerAsync(World.Head, _file, "plan-approve");

        var file = await World.CaseAsync(_file);
        Assert.False(file.PlanUnderCorrection);
        Assert.Equal(CaseState.InService, file.State);
        var plans = (await World.PapersAsync(_file)).Where(paper => paper.Kind == "individual-plan").OrderBy(paper => paper.Version).ToList();
        Assert.Equal([PaperState.Signed, PaperState.Signed], plans.Select(paper => paper.State));
        Assert.Contains("Апталық сұхбат", await World.TextOfAsync(plans[0]), StringComparison.Ordinal);
        Assert.Equal("2026-10-09", (await World.ClockAsync(_file, "p21.1")).Due());

        World.At("2026-09-28 12:00");
        await World.FireTimersAsync();
        await World.AnswerAsync(World.Head, _file, "monitoring", ("change", "better"), ("better", "Жұмысқа тұрды"), ("correct", "no"));
        var journals = (await World.PapersAsync(_file)).Where(paper => paper.Kind == "monitoring-journal").OrderBy(paper => paper.Version).ToList();
        var text = await World.TextOfAsync(journals[^1]);
        Assert.True(text.IndexOf("Жұмыссыз қалды", StringComparison.Ordinal) < text.IndexOf("Жұмысқа тұрды", StringComparison.Ordinal));
        Assert.Contains("әлеуметтік-еңбек", text, StringComparison.Ordinal);
        Assert.Contains("09.07.2026", text, StringComparison.Ordinal);
        Assert.Equal(PaperState.Signed, journals[^1].State);
        Assert.DoesNotContain("plan-correction", await World.RunningAsync(_file));
    }

    [Theory]
    [InlineData("condition.changed")]
    [InlineData("situation.arose")]
    public async Task A_change_recorded_on_the_case_page_opens_the_correction_of_the_plan(string change)
    {
        await InServiceAsync();
        await World.RecordAsync(World.Social, _file, change);
        Assert.True((await World.CaseAsync(_file)).PlanUnderCorrection);

        await DraftAsync("Ертерек орындалатын іс-шара");
        await World.AnswerAsync(World.Head, _file, "plan-approve");

        Assert.False((await World.CaseAsync(_file)).PlanUnderCorrection);
        Assert.DoesNotContain("plan-correction", await World.RunningAsync(_file));
    }

    [Fact]
    public async Task After_a_plan_that_ended_the_next_one_is_due_within_one_working_day()
    {
        await InServiceAsync();
        World.At("2026-07-09 10:00");
        await World.RecordAsync(World.Social, _file, "plan.termEnded");
        Assert.Equal(CaseState.PlanPending, (await World.CaseAsync(_file)).State);
        Assert.Equal("2026-07-10", (await World.ClockAsync(_file, "p17.2")).Due());
        Assert.Equal((await World.ClockAsync(_file, "p17.2")).DueAt, (await TaskAsync("plan-draft")).DueAt);

        await DraftAsync("Келесі жоспар");
        await World.AnswerAsync(World.Head, _file, "plan-approve");

        Assert.Equal(CaseState.InService, (await World.CaseAsync(_file)).State);
        Assert.Equal(ClockState.Met, (await World.ClockAsync(_file, "p17.2")).State);
        Assert.DoesNotContain("next-plan", await World.RunningAsync(_file));
    }

    [Fact]
    public async Task In_hospital_services_are_suspended_and_the_contract_may_be_extended_on_its_last_day()
    {
        await World.RecordAsync(World.Social, _file, "recipient.admitted");
        await InServiceAsync();
        World.At("2026-09-20 10:00");
        await World.FireTimersAsync();
        await World.RecordAsync(World.Social, _file, "healthcareStay.started", new JsonObject { ["stayKind"] = "inpatient" });
        Assert.Equal(CaseState.Suspended, (await World.CaseAsync(_file)).State);
        var told = await Assert.ThrowsAsync<CaseRuleException>(() => World.AnswerAsync(World.Social, _file, "monitoring", ("change", "same"), ("worse", "Емделуде"), ("correct", "no")));
        Assert.Equal("Rule.NotInState", told.Key);

        World.At("2026-10-03 10:00");
        await World.RecordAsync(World.Head, _file, "contract.extended", new JsonObject { ["endsOn"] = "2027-01-03" });
        Assert.Equal(new DateOnly(2027, 1, 3), (await World.CaseAsync(_file)).ContractEndsOn);
        Assert.Equal("2027-01-03", (await World.ClockAsync(_file, "p33.2")).Due());
        Assert.Equal(ClockState.Void, (await World.ClockAsync(_file, "p33.1")).State);
        Assert.Equal(ClockState.Void, (await World.ClockAsync(_file, "p2.2")).State); // the stay itself is suspended (Q18)

        World.At("2026-10-20 10:00");
        await World.AnswerAsync(World.Nurse, _file, "hospital-return");
        Assert.Equal(CaseState.InService, (await World.CaseAsync(_file)).State);
        Assert.DoesNotContain("hospital-stay", await World.RunningAsync(_file));
    }

    private async Task InServiceAsync()
    {
        await World.AnswerAsync(World.Social, _file, "needs-assessment");
        await DraftAsync("Апталық сұхбат");
        World.At("2026-04-09 10:00");
        await World.AnswerAsync(World.Head, _file, "plan-approve");
    }

    private Task DraftAsync(string measure, string kind = "s3") => World.DraftPlanAsync(_file, measure, kind);

    private async Task<Pana.Cases.UserTask> TaskAsync(string form) =>
        (await World.TasksAsync(_file)).Single(task => task.FormId == form && task.State == UserTaskState.Open);
}

public sealed class ServiceOnSqlite(SqliteTestDatabase database) : ServiceTests(database), IClassFixture<SqliteTestDatabase>;

public sealed class ServiceOnPostgres(PostgresTestDatabase database) : ServiceTests(database), IClassFixture<PostgresTestDatabase>;
