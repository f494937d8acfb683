using Pana.Engine;
using Xunit;

namespace Pana.Tests.Engine;

/// <summary>Delays, moments, intervals and cron expressions.</summary>
public sealed class TimeTests : IDisposable
{
    private readonly EngineHost _engine = new();

    public void Dispose() => _engine.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(50)]
    [InlineData(400)]
    [InlineData(11_000)]
    public async Task A_delay_ends_when_its_time_has_come_and_not_before(int days)
    {
        var run = await _engine.PublishAndStartAsync(new Chart().Add("delay", "Elsa.Delay", ("timeSpan", Chart.Literal($"{days}.00:00:00"))).Steps("end").Connect("delay", "end"));

        await _engine.AdvanceAsync(TimeSpan.FromDays(days) - TimeSpan.FromSeconds(1));
        Assert.Equal("", _engine.Journal(run.InstanceId));

        await _engine.AdvanceAsync(TimeSpan.FromSeconds(1));
        Assert.Equal("delay end", _engine.Journal(run.InstanceId));
    }

    [Fact]
    public async Task Timers_that_fell_due_during_an_outage_fire_once_each_in_order()
    {
        var chart = new Chart().Fork("fork", "A", "B")
            .Add("late", "Elsa.Delay", ("timeSpan", Chart.Literal("2.00:00:00")))
            .Add("early", "Elsa.Delay", ("timeSpan", Chart.Literal("1.00:00:00")))
            .Connect("fork:A", "late").Connect("fork:B", "early");
        var run = await _engine.PublishAndStartAsync(chart);

        await _engine.AdvanceAsync(TimeSpan.FromDays(3));

        Assert.Equal("fork early late", _engine.Journal(run.InstanceId));
    }

    [Fact]
    public async Task Start_at_waits_for_a_moment_and_passes_when_it_is_over()
    {
        var chart = new Chart()
            .Add("past", "Elsa.StartAt", ("dateTime", Chart.Literal("2026-01-01T00:00:00+05:00")))
            .Add("future", "Elsa.StartAt", ("dateTime", Chart.Literal("2026-03-02T10:00:00+05:00"))).Connect("past", "future");
        var run = await _engine.PublishAndStartAsync(chart);

        Assert.Equal("past", _engine.Journal(run.InstanceId));
        Assert.Equal(new DateTimeOffset(2026, 3, 2, 5, 0, 0, TimeSpan.Zero), _engine.Data.Bookmarks.Values.Single().DueAt);
    }

    [Theory]
    [InlineData("0 9 * * *", "2026-03-02T09:00:00Z")]
    [InlineData("30 0 9 * * *", "2026-03-02T09:00:30Z")]
    public async Task Cron_waits_for_the_next_occurrence(string expression, string expected)
    {
        await _engine.PublishAndStartAsync(new Chart().Add("cron", "Elsa.Cron", ("cronExpression", Chart.Literal(expression))));

        Assert.Equal(DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), _engine.Data.Bookmarks.Values.Single().DueAt);
    }

    [Fact]
    public async Task A_cancelled_wait_takes_its_timer_with_it()
    {
        var chart = new Chart().Fork("fork", "A", "B").Add("delay", "Elsa.Delay", ("timeSpan", Chart.Literal("1.00:00:00"))).Waits("w").Join("join", "WaitAny")
            .Connect("fork:A", "delay", "join").Connect("fork:B", "w", "join");
        await _engine.PublishAndStartAsync(chart);

        await _engine.ResumeAsync("w");

        Assert.Empty(_engine.Data.Bookmarks);
    }

    [Fact]
    public async Task Publishing_a_definition_that_a_timer_may_start_schedules_it()
    {
        var chart = new Chart().Add("timer", "Elsa.Timer", ("interval", Chart.Literal("01:00:00")), ("customProperties", new System.Text.Json.Nodes.JsonObject { ["canStartWorkflow"] = true })).Steps("work").Connect("timer", "work");
        await _engine.PublishAsync(chart);

        var timer = Assert.Single(_engine.Data.Timers);
        Assert.Equal(_engine.Time.GetUtcNow() + TimeSpan.FromHours(1), timer.DueAt);
        var run = await _engine.RunAsync(r => r.StartAsync(new StartWorkflow("chart") { TriggerActivityId = timer.ActivityId }));
        Assert.Equal("timer work", _engine.Journal(run.InstanceId));

        await _engine.DefineAsync(s => s.RetractAsync("chart"));
        Assert.Empty(_engine.Data.Timers);
    }
}
