using Pana.Engine;
using Xunit;

namespace Pana.Tests.Engine;

/// <summary>Backward connections.</summary>
public sealed class LoopTests : IDisposable
{
    private readonly EngineHost _engine = new();

    public void Dispose() => _engine.Dispose();

    [Fact]
    public async Task A_backward_connection_runs_its_target_again()
    {
        var chart = new Chart().Steps("begin", "work", "end").Waits("check")
            .Connect("begin", "work", "check").Connect("check:Again", "work").Connect("check:Ok", "end");
        var run = await _engine.PublishAndStartAsync(chart);

        await _engine.ResumeAsync("check", "Again");
        await _engine.ResumeAsync("check", "Again");
        var end = await _engine.ResumeAsync("check", "Ok");

        Assert.Equal("begin work check work check work check end", _engine.Journal(run.InstanceId));
        Assert.Equal(WorkflowSubStatus.Finished, end.SubStatus);
    }

    [Fact]
    public async Task Joins_inside_a_loop_work_in_every_round()
    {
        var chart = new Chart().Steps("begin", "after").Fork("fork", "A", "B").Steps("a").Waits("b", "check")
            .Connect("begin", "fork").Connect("fork:A", "a", "after").Connect("fork:B", "b", "after").Connect("after", "check").Connect("check:Again", "fork");
        var run = await _engine.PublishAndStartAsync(chart);

        await _engine.ResumeAsync("b");
        await _engine.ResumeAsync("check", "Again");
        await _engine.ResumeAsync("b");
        await _engine.ResumeAsync("check", "Stop");

        Assert.Equal("begin fork a b after check fork a b after check", _engine.Journal(run.InstanceId));
    }

    [Fact]
    public async Task An_activity_may_lead_back_to_itself()
    {
        var chart = new Chart().Waits("check").Steps("end").Connect("check:Again", "check").Connect("check:Ok", "end");
        var run = await _engine.PublishAndStartAsync(chart);

        await _engine.ResumeAsync("check", "Again");
        await _engine.ResumeAsync("check", "Ok");

        Assert.Equal("check check end", _engine.Journal(run.InstanceId));
    }

    [Fact]
    public async Task Two_ports_between_the_same_activities_are_two_connections()
    {
        var chart = new Chart().Waits("check").Steps("end").Connect("check:Yes", "end").Connect("check:No", "end");
        var run = await _engine.PublishAndStartAsync(chart);

        await _engine.ResumeAsync("check", "No");

        Assert.Equal("check end", _engine.Journal(run.InstanceId));
    }

    [Fact]
    public async Task A_dangling_activity_never_runs()
    {
        var chart = new Chart().Steps("a", "b", "x", "y").StartAt("a").Connect("a", "b").Connect("x", "y", "b");

        var run = await _engine.PublishAndStartAsync(chart);

        Assert.Equal("a b", _engine.Journal(run.InstanceId));
    }

    [Fact]
    public void A_backward_connection_is_valid_only_when_every_path_enters_the_loop_at_its_target()
    {
        // 0 → 1 → 2 → 1 is a loop entered at 1; 0 → 2 enters it elsewhere.
        FlowConnection[] loop = [new(0, "Done", 1), new(1, "Done", 2), new(2, "Again", 1)];

        Assert.True(new FlowGraph(3, loop, 0).IsValidBackward(2));
        Assert.False(new FlowGraph(3, [.. loop, new(0, "Other", 2)], 0).IsValidBackward(2));
    }

    [Fact]
    public async Task Following_an_invalid_backward_connection_is_a_fault_that_names_both_ends()
    {
        // Saved unchecked, as an import from another system may be.
        var chart = new Chart().Waits("a", "b", "c").Connect("a", "b", "c").Connect("a:Other", "c").Connect("c:Again", "b");
        await _engine.DefineAsync(s => s.SaveDraftAsync(chart.Definition().ToJsonString()));
        var version = _engine.Data.Definitions.Values.Single();
        var run = await _engine.RunAsync(r => r.StartAsync(new("chart") { DefinitionVersionId = version.VersionId }));
        await _engine.ResumeAsync("a", "Other", instanceId: run.InstanceId);

        var fault = await Assert.ThrowsAsync<WorkflowFaultedException>(() => _engine.ResumeAsync("c", "Again"));

        Assert.Contains("from 'c' back to 'b'", fault.Message, StringComparison.Ordinal);
    }
}
