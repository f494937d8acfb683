using Pana.Engine;
using Xunit;

namespace Pana.Tests.Engine;

/// <summary>How flowcharts, loops and instances end.</summary>
public sealed class EndTests : IDisposable
{
    private readonly EngineHost _engine = new();

    public void Dispose() => _engine.Dispose();

    [Fact]
    public async Task End_completes_the_flowchart_at_once_and_cancels_what_waits()
    {
        var chart = new Chart().Fork("fork", "A", "B").Waits("a", "b").Add("end", "Elsa.End")
            .Connect("fork:A", "a", "end").Connect("fork:B", "b");
        await _engine.PublishAndStartAsync(chart);

        var end = await _engine.ResumeAsync("a");

        Assert.Equal(WorkflowSubStatus.Finished, end.SubStatus);
        Assert.Equal(["b"], _engine.Cancelled.Ids);
        Assert.Empty(_engine.Data.Bookmarks);
    }

    [Fact]
    public async Task End_of_an_inner_flowchart_leaves_the_outer_one_running()
    {
        var inner = new Chart().Steps("in").Add("end", "Elsa.End").Connect("in", "end").Root();
        inner["id"] = "inner";
        var chart = new Chart().Waits("after");
        var definition = chart.Definition(Wrap(inner, "after"));
        await _engine.PublishAsync(definition);

        var run = await _engine.StartAsync("chart");

        Assert.Equal("after", _engine.Waiting(run.InstanceId));
    }

    [Fact]
    public async Task Finish_ends_the_instance_whatever_waits()
    {
        var chart = new Chart().Fork("fork", "A", "B").Waits("a").Add("finish", "Elsa.Finish")
            .Connect("fork:A", "a").Connect("fork:B", "finish");

        var run = await _engine.PublishAndStartAsync(chart);

        Assert.Equal(WorkflowSubStatus.Finished, run.SubStatus);
        Assert.Equal("fork finish", _engine.Journal(run.InstanceId));
        Assert.Equal(["a"], _engine.Cancelled.Ids);
    }

    [Fact]
    public async Task A_flowchart_completes_when_nothing_is_scheduled_and_no_child_runs()
    {
        var chart = new Chart().Waits("a").Steps("never").Connect("a:Other", "never");
        await _engine.PublishAndStartAsync(chart);

        var end = await _engine.ResumeAsync("a");

        Assert.Equal(WorkflowSubStatus.Finished, end.SubStatus);
    }

    [Fact]
    public async Task A_modelled_fault_commits_ends_the_instance_and_leaves_an_incident()
    {
        var chart = new Chart().Fork("fork", "A", "B").Waits("a")
            .Add("fault", "Elsa.Fault", ("code", Chart.Literal("E7")), ("message", Chart.Literal("The list is empty.")))
            .Connect("fork:A", "a").Connect("fork:B", "fault");

        var run = await _engine.PublishAndStartAsync(chart);

        Assert.Equal((WorkflowStatus.Finished, WorkflowSubStatus.Faulted), (run.Status, run.SubStatus));
        var incident = Assert.Single(_engine.Data.Incidents.Values);
        Assert.Equal(("fault", "The list is empty.", run.InstanceId), (incident.ActivityId, incident.Message, incident.InstanceId));
        Assert.Equal("fault", _engine.Journal(run.InstanceId, "Faulted"));
        Assert.Equal(["a"], _engine.Cancelled.Ids);
        Assert.Empty(_engine.Data.Bookmarks);
    }

    [Fact]
    public async Task An_activity_that_neither_completes_nor_waits_is_a_fault_that_says_so()
    {
        await _engine.PublishAsync(new Chart().Add("stuck", "Test.Stuck"));

        var fault = await Assert.ThrowsAsync<WorkflowFaultedException>(() => _engine.StartAsync("chart"));

        Assert.Contains("neither completed nor waits", fault.Message, StringComparison.Ordinal);
    }

    private static System.Text.Json.Nodes.JsonObject Wrap(System.Text.Json.Nodes.JsonObject inner, string after)
    {
        var outer = new Chart().Waits(after).Connect("inner", after).Root();
        ((System.Text.Json.Nodes.JsonArray)outer["activities"]!).Insert(0, inner);
        return outer;
    }
}
