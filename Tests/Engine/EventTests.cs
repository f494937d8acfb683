using System.Text.Json.Nodes;
using Pana.Engine;
using Xunit;

namespace Pana.Tests.Engine;

/// <summary>Events reach exactly those who wait for them.</summary>
public sealed class EventTests : IDisposable
{
    private readonly EngineHost _engine = new();

    public void Dispose() => _engine.Dispose();

    [Fact]
    public async Task An_event_wakes_every_instance_that_waits_for_its_name()
    {
        await _engine.PublishAsync(Waiter());
        await StartAsync("a");
        await StartAsync("b");

        var woken = await PublishAsync(new PublishEvent("go"));

        Assert.Equal(2, woken.Count);
        Assert.All(woken, w => Assert.Equal(WorkflowSubStatus.Finished, w.SubStatus));
    }

    [Fact]
    public async Task With_a_correlation_id_only_that_case_hears_it()
    {
        await _engine.PublishAsync(Waiter());
        var runs = new List<WorkflowRunResult>();
        for (var i = 0; i < 50; i++)
        {
            runs.Add(await StartAsync($"case-{i}"));
        }

        var woken = await PublishAsync(new PublishEvent("go") { CorrelationId = "case-7" });
        var nobody = await PublishAsync(new PublishEvent("go") { CorrelationId = "case-99" });

        Assert.Equal(runs[7].InstanceId, Assert.Single(woken).InstanceId);
        Assert.Empty(nobody);
        Assert.Equal(49, _engine.Data.Bookmarks.Count);
    }

    [Fact]
    public async Task The_payload_is_the_result_of_the_step()
    {
        await _engine.PublishAsync(new Chart().Variable("X").Add("event", "Elsa.Event", ("eventName", Chart.Literal("go")), ("result", Chart.Output("X"))).Waits("w").Connect("event", "w"));
        var run = await _engine.StartAsync("chart");

        await PublishAsync(new PublishEvent("go") { Payload = new { Code = "E1", Days = 3 } });

        Assert.Equivalent(new Dictionary<string, object?> { ["Code"] = "E1", ["Days"] = 3 }, _engine.Variable(run.InstanceId, "X"));
    }

    [Fact]
    public async Task An_event_starts_the_definitions_it_triggers()
    {
        var chart = new Chart().Add("event", "Elsa.Event", ("eventName", Chart.Literal("go")), ("customProperties", new JsonObject { ["canStartWorkflow"] = true })).Steps("after").Connect("event", "after");
        await _engine.PublishAsync(chart);

        var started = Assert.Single(await PublishAsync(new PublishEvent("go") { CorrelationId = "case-1" }));
        await _engine.DefineAsync(s => s.RetractAsync("chart"));
        var none = await PublishAsync(new PublishEvent("go"));

        Assert.Equal("event after", _engine.Journal(started.InstanceId));
        Assert.Equal("case-1", _engine.Data.Instances[started.InstanceId].CorrelationId);
        Assert.Empty(none);
    }

    [Fact]
    public async Task A_step_may_publish_an_event_that_its_own_instance_waits_for()
    {
        var chart = new Chart().Fork("fork", "A", "B").Add("event", "Elsa.Event", ("eventName", Chart.Literal("go")))
            .Add("publish", "Elsa.PublishEvent", ("eventName", Chart.Literal("go")), ("isLocalEvent", Chart.Literal(true)))
            .Connect("fork:A", "event").Connect("fork:B", "publish");

        var run = await _engine.PublishAndStartAsync(chart);

        Assert.Equal("fork publish event", _engine.Journal(run.InstanceId));
        Assert.Equal(WorkflowSubStatus.Finished, run.SubStatus);
    }

    [Fact]
    public async Task Two_instances_may_signal_each_other_in_one_burst()
    {
        Chart Player(string id, string hears, string says) => new Chart(id)
            .Add("event", "Elsa.Event", ("eventName", Chart.Literal(hears)))
            .Add("publish", "Elsa.PublishEvent", ("eventName", Chart.Literal(says)))
            .Add("last", "Elsa.Event", ("eventName", Chart.Literal(hears)))
            .Add("reply", "Elsa.PublishEvent", ("eventName", Chart.Literal(says)))
            .Connect("event", "publish", "last", "reply");
        await _engine.PublishAndStartAsync(Player("one", "ping", "pong"));
        await _engine.PublishAndStartAsync(Player("two", "pong", "ping"));

        await PublishAsync(new PublishEvent("ping"));

        Assert.All(_engine.Data.Instances.Values, i => Assert.Equal("Finished", i.Status));
    }

    [Fact]
    public async Task A_task_is_finished_by_resuming_its_id()
    {
        var chart = new Chart().Variable("Id").Variable("R").Add("task", "Elsa.RunTask", ("taskName", Chart.Literal("send")), ("taskId", Chart.Output("Id")), ("result", Chart.Output("R"))).Waits("w").Connect("task", "w");
        var run = await _engine.PublishAndStartAsync(chart);
        var taskId = (string)_engine.Variable(run.InstanceId, "Id")!;

        await _engine.RunAsync(r => r.ResumeAsync(new ResumeBookmark(taskId) { Input = new Dictionary<string, object?> { ["Result"] = "sent" } }));

        Assert.Equal("sent", _engine.Variable(run.InstanceId, "R"));
    }

    private static Chart Waiter() => new Chart().Add("event", "Elsa.Event", ("eventName", Chart.Literal("go")));

    private Task<WorkflowRunResult> StartAsync(string correlationId) => _engine.RunAsync(r => r.StartAsync(new StartWorkflow("chart") { CorrelationId = correlationId }));

    private Task<IReadOnlyList<WorkflowRunResult>> PublishAsync(PublishEvent request) => _engine.RunAsync(r => r.PublishEventAsync(request));
}
