using Pana.Cases;
using Pana.Engine;
using Pana.Tests.Support;
using Xunit;
using static Pana.Tests.Activities.OneStep;

namespace Pana.Tests.Activities;

public sealed class CaseEventStepsTests(SqliteTestDatabase database) : CaseFixture(database)
{
    [Fact]
    public async Task RecordEvent_moves_the_case_at_the_local_time_a_form_gave()
    {
        World.At("2026-03-30 12:00");

        await World.RunStepsAsync(File, Step("Pana.RecordEvent", ("eventName", "identification.started"), ("occurredAt", "2026-03-30T10:15"), ("paragraphs", new[] { "28" })));

        var recorded = await World.ReadAsync(async db => db.CaseEvents.Single(one => one.CaseId == File && one.Name == "identification.started"));
        Assert.Equal(CaseState.IdentificationInProgress, (await World.CaseAsync(File)).State);
        Assert.Equal(new DateTimeOffset(2026, 3, 30, 5, 15, 0, TimeSpan.Zero), recorded.OccurredAt);
    }

    [Fact]
    public async Task An_event_the_procedure_does_not_allow_leaves_nothing_behind()
    {
        var refusal = await Assert.ThrowsAsync<CaseRuleException>(() => World.RunStepsAsync(
            File,
            Step("Pana.RecordEvent", ("eventName", "identification.started"), ("paragraphs", new[] { "28" })),
            Step("Pana.RecordEvent", ("eventName", "contract.concluded"), ("paragraphs", new[] { "32" }))));

        Assert.Equal("Rule.NotInState", refusal.Key);
        Assert.Equal(CaseState.Applied, (await World.CaseAsync(File)).State);
        Assert.Empty(await World.IncidentsAsync(File));
    }

    [Fact]
    public async Task WaitForCaseEvent_goes_on_when_a_page_records_the_event_and_not_for_another_case()
    {
        var other = (await World.ApplyAsync())[0];
        var started = await World.RunStepsAsync(File, Step("Pana.WaitForCaseEvent", ("eventName", "recipient.filedPoliceReport")));
        await World.RecordAsync(World.Social, other, "recipient.filedPoliceReport");
        Assert.Equal("Running", await StatusAsync(started.InstanceId));

        await World.RecordAsync(World.Social, File, "recipient.filedPoliceReport");

        Assert.Equal("Finished", await StatusAsync(started.InstanceId));
    }

    [Fact]
    public async Task An_event_recorded_by_a_step_wakes_a_waiter_of_the_same_case_at_the_end_of_the_burst()
    {
        var waiter = await World.RunStepsAsync(File, Step("Pana.WaitForCaseEvent", ("eventName", "identification.started")));

        await World.RunStepsAsync(File, Step("Pana.RecordEvent", ("eventName", "identification.started"), ("paragraphs", new[] { "28" })));

        Assert.Equal("Finished", await StatusAsync(waiter.InstanceId));
    }

    [Fact]
    public async Task StartGeneralServices_is_refused_before_recognition()
    {
        var failure = await Assert.ThrowsAsync<CaseRuleException>(() =>
            World.RunStepsAsync(File, Step("Pana.StartGeneralServices", ("paragraphs", new[] { "15" }))));

        Assert.Contains("generalServices.started", failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WaitWorkingDays_counts_by_the_calendar_and_fires_once_the_last_day_is_over()
    {
        World.At("2026-03-30 09:00");
        var started = await World.RunStepsAsync(File, Step("Pana.WaitWorkingDays", ("days", "3")));

        var timer = await World.ReadAsync(async db => db.Bookmarks.Single(row => row.InstanceId == started.InstanceId));

        Assert.Equal("Running", await StatusAsync(started.InstanceId));
        Assert.Equal(new DateTimeOffset(2026, 4, 3, 0, 0, 0, TimeSpan.FromHours(5)), timer.DueAt);

        World.At("2026-04-02 23:59");
        await World.FireTimersAsync();
        Assert.Equal("Running", await StatusAsync(started.InstanceId));
        World.At("2026-04-03 00:00");
        await World.FireTimersAsync();
        Assert.Equal("Finished", await StatusAsync(started.InstanceId));
    }

    [Fact]
    public async Task WaitUntilNear_goes_on_so_many_days_before_the_limit_and_at_once_without_one()
    {
        World.At("2026-03-30 09:00");
        var file = (await World.ApplyAsync())[0];
        var limit = await World.ClockAsync(file, "p28.1");
        var started = await World.RunStepsAsync(file, Step("Pana.WaitUntilNear", ("obligation", "p28.1"), ("days", "1"), ("paragraphs", new[] { "28" })));
        var none = await World.RunStepsAsync(file, Step("Pana.WaitUntilNear", ("obligation", "p21.1"), ("days", "1"), ("paragraphs", new[] { "20" })));

        var timer = await World.ReadAsync(async db => db.Bookmarks.Single(row => row.InstanceId == started.InstanceId));

        Assert.Equal(limit.DueAt.AddDays(-1), timer.DueAt);
        Assert.Equal("Finished", await StatusAsync(none.InstanceId));
        World.At("2026-03-31 12:00");
        await World.FireTimersAsync();
        Assert.Equal("Finished", await StatusAsync(started.InstanceId));
    }

    [Fact]
    public async Task A_minute_the_form_gives_within_the_minute_of_applying_is_the_moment_of_applying()
    {
        World.At("2026-03-30 09:10:40");
        var file = (await World.ApplyAsync())[0];

        await World.AnswerAsync(World.Social, file, "identification-interview", ("interviewedAt", "30.03.2026"), ("interviewedAt._time", "09:10"));

        var recorded = await World.ReadAsync(async db => db.CaseEvents.Single(one => one.CaseId == file && one.Name == "identification.started"));
        Assert.Equal((await World.CaseAsync(file)).AppliedAt, recorded.OccurredAt);
    }

    [Fact]
    public async Task Notify_leaves_a_message_with_the_code_of_the_case_and_nothing_else()
    {
        await World.RunStepsAsync(File, Step("Pana.Notify", ("to", new[] { "authority", "police" }), ("message", "identification.invited"), ("paragraphs", new[] { "28" })));

        var correlation = File.ToString("N");
        var sent = await World.ReadAsync(async db => db.Outbox.Where(row => row.Kind == "notice" && row.CorrelationId == correlation).ToList());
        var code = (await World.CaseAsync(File)).Code;
        Assert.Equal(2, sent.Count);
        Assert.All(sent, row => Assert.Contains(code, row.Body, StringComparison.Ordinal));
        Assert.All(sent, row => Assert.DoesNotContain("Тестова", row.Body, StringComparison.Ordinal));
        Assert.Contains(sent, row => row.Body.Contains(World.Police.ToString(), StringComparison.Ordinal));
    }

    private Task<string> StatusAsync(string instance) =>
        World.ReadAsync(async db => (await db.WorkflowInstances.FindAsync(instance))!.Status);
}
