using System.Text.Json.Nodes;
using Xunit;

namespace Pana.Tests.Engine;

/// <summary>Where a flowchart starts.</summary>
public sealed class StartTests : IDisposable
{
    private readonly EngineHost _engine = new();

    public void Dispose() => _engine.Dispose();

    [Fact]
    public async Task An_empty_flowchart_completes_at_once()
    {
        var run = await _engine.PublishAndStartAsync(new Chart());

        Assert.Equal("Finished", run.SubStatus.ToString());
    }

    [Fact]
    public async Task The_trigger_that_started_the_instance_comes_first_of_all()
    {
        var chart = new Chart().Steps("a").Add("b", "Elsa.Start").Steps("c").StartAt("a").Connect("a", "b");
        await _engine.PublishAsync(chart);

        var run = await _engine.RunAsync(r => r.StartAsync(new("chart") { TriggerActivityId = "c" }));

        Assert.Equal("c", _engine.Journal(run.InstanceId));
    }

    [Fact]
    public async Task Then_the_start_of_the_flowchart()
    {
        var chart = new Chart().Add("s", "Elsa.Start").Steps("a").StartAt("a");

        var run = await _engine.PublishAndStartAsync(chart);

        Assert.Equal("a", _engine.Journal(run.InstanceId));
    }

    [Fact]
    public async Task Then_an_activity_of_type_start()
    {
        var chart = new Chart().Steps("a").Add("s", "Elsa.Start").Steps("b").Connect("s", "b");

        var run = await _engine.PublishAndStartAsync(chart);

        Assert.Equal("s b", _engine.Journal(run.InstanceId));
    }

    [Fact]
    public async Task Then_one_that_can_start_the_workflow()
    {
        var chart = new Chart().Steps("a").Add("b", "Elsa.WriteLine", ("customProperties", new JsonObject { ["canStartWorkflow"] = true }));

        var run = await _engine.PublishAndStartAsync(chart);

        Assert.Equal("b", _engine.Journal(run.InstanceId));
    }

    [Fact]
    public async Task Then_the_first_without_an_inbound_connection()
    {
        var chart = new Chart().Steps("b", "c", "a").Connect("a", "b", "c");

        var run = await _engine.PublishAndStartAsync(chart);

        Assert.Equal("a b c", _engine.Journal(run.InstanceId));
    }

    [Fact]
    public async Task Then_the_first_activity()
    {
        var chart = new Chart().Waits("a", "b").Connect("a", "b", "a");

        var run = await _engine.PublishAndStartAsync(chart);

        Assert.Equal("a", _engine.Waiting(run.InstanceId));
    }
}
