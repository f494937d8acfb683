using Xunit;

namespace Pana.Tests.Engine;

/// <summary>What joins wait for, and that a branch not taken never blocks one.</summary>
public sealed class JoinTests : IDisposable
{
    private readonly EngineHost _engine = new();

    public void Dispose() => _engine.Dispose();

    [Fact]
    public async Task An_activity_waits_for_every_branch_that_leads_to_it()
    {
        var chart = new Chart().Fork("fork", "A", "B").Waits("a", "b").Steps("end")
            .Connect("fork:A", "a", "end").Connect("fork:B", "b", "end");
        var run = await _engine.PublishAndStartAsync(chart);

        await _engine.ResumeAsync("a");
        Assert.Equal("fork a", _engine.Journal(run.InstanceId));

        await _engine.ResumeAsync("b");
        Assert.Equal("fork a b end", _engine.Journal(run.InstanceId));
    }

    [Fact]
    public async Task A_branch_that_is_not_taken_does_not_block_the_join()
    {
        var chart = new Chart().Fork("fork", "A", "B").Steps("a", "b", "c", "c2", "end")
            .Connect("fork:A", "a", "end").Connect("fork:B", "b", "end").Connect("fork:C", "c", "c2", "end");

        var run = await _engine.PublishAndStartAsync(chart);

        Assert.Equal("fork a b end", _engine.Journal(run.InstanceId));
    }

    [Fact]
    public async Task Wait_all_is_skipped_when_one_branch_was_not_taken()
    {
        var chart = new Chart().Fork("fork", "A").Steps("a", "b", "after").Join("join", "WaitAll")
            .Connect("fork:A", "a", "join", "after").Connect("fork:B", "b", "join");

        var run = await _engine.PublishAndStartAsync(chart);

        Assert.Equal("fork a", _engine.Journal(run.InstanceId));
        Assert.Equal("Finished", run.SubStatus.ToString());
    }

    [Fact]
    public async Task Wait_all_runs_when_all_were_taken()
    {
        var chart = new Chart().Fork("fork", "A", "B").Waits("a", "b").Steps("after").Join("join", "WaitAll")
            .Connect("fork:A", "a", "join", "after").Connect("fork:B", "b", "join");
        var run = await _engine.PublishAndStartAsync(chart);

        await _engine.ResumeAsync("b");
        await _engine.ResumeAsync("a");

        Assert.Equal("fork b a join after", _engine.Journal(run.InstanceId));
    }

    [Fact]
    public async Task Wait_all_active_runs_once_every_active_branch_has_arrived()
    {
        var chart = new Chart().Fork("fork", "A", "B").Waits("a", "b").Steps("c", "after").Join("join", "WaitAllActive")
            .Connect("fork:A", "a", "join", "after").Connect("fork:B", "b", "join").Connect("fork:C", "c", "join");
        var run = await _engine.PublishAndStartAsync(chart);

        await _engine.ResumeAsync("a");
        Assert.Equal("fork a", _engine.Journal(run.InstanceId));

        await _engine.ResumeAsync("b");
        Assert.Equal("fork a b join after", _engine.Journal(run.InstanceId));
    }

    [Fact]
    public async Task Wait_any_runs_on_the_first_arrival_and_cancels_the_others()
    {
        var chart = new Chart().Fork("fork", "A", "B").Waits("a", "b").Waits("after").Join("join", "WaitAny")
            .Connect("fork:A", "a", "join", "after").Connect("fork:B", "b", "join");
        var run = await _engine.PublishAndStartAsync(chart);

        await _engine.ResumeAsync("b");

        Assert.Equal("fork b join", _engine.Journal(run.InstanceId));
        Assert.Equal("after", _engine.Waiting(run.InstanceId));
        Assert.Equal("a", _engine.Journal(run.InstanceId, "Canceled"));
        Assert.Equal(["a"], _engine.Cancelled.Ids);
    }

    [Fact]
    public async Task Wait_any_is_the_default_of_a_join()
    {
        var chart = new Chart().Fork("fork", "A", "B").Waits("a", "b").Add("join", "Elsa.FlowJoin")
            .Connect("fork:A", "a", "join").Connect("fork:B", "b", "join");
        var run = await _engine.PublishAndStartAsync(chart);

        var end = await _engine.ResumeAsync("b");

        Assert.Equal("fork b join", _engine.Journal(run.InstanceId));
        Assert.Equal("Finished", end.SubStatus.ToString());
    }

    [Fact]
    public async Task Wait_any_ignores_later_arrivals_of_the_same_round()
    {
        var chart = new Chart().Fork("fork", "A", "B").Steps("a", "b", "after").Join("join", "WaitAny")
            .Connect("fork:A", "a", "join", "after").Connect("fork:B", "b", "join");

        var run = await _engine.PublishAndStartAsync(chart);

        Assert.Equal("fork a b join after", _engine.Journal(run.InstanceId));
    }

    [Fact]
    public async Task Wait_any_is_skipped_when_no_branch_was_taken()
    {
        var chart = new Chart().Fork("fork", "X").Steps("a", "b", "after", "x", "end").Join("join", "WaitAny")
            .Connect("fork:A", "a", "join", "after", "end").Connect("fork:B", "b", "join").Connect("fork:X", "x", "end");

        var run = await _engine.PublishAndStartAsync(chart);

        Assert.Equal("fork x end", _engine.Journal(run.InstanceId));
    }

    [Fact]
    public async Task A_cancelled_branch_counts_as_not_followed_at_later_joins()
    {
        var chart = new Chart().Fork("fork", "A", "B").Waits("a", "b").Steps("side", "after").Join("join", "WaitAny").Join("last", "WaitAllActive")
            .Connect("fork:A", "a", "join", "after", "last").Connect("fork:B", "b", "join").Connect("b", "side", "last");
        var run = await _engine.PublishAndStartAsync(chart);

        await _engine.ResumeAsync("a");

        Assert.Equal("fork a join after last", _engine.Journal(run.InstanceId));
    }

    [Fact]
    public async Task Wait_any_does_not_take_a_branch_of_an_earlier_round_for_one_of_this()
    {
        // Round one arrives by a, round two by b; in round two a's branch is visited first and is not followed.
        var chart = new Chart().Waits("choose", "b").Steps("again").Join("join", "WaitAny")
            .Connect("choose:A", "join").Connect("choose:B", "b", "join").Connect("join", "again", "choose");
        var run = await _engine.PublishAndStartAsync(chart);
        await _engine.ResumeAsync("choose", "A");
        Assert.Equal("choose", _engine.Waiting(run.InstanceId));

        await _engine.ResumeAsync("choose", "B");

        Assert.Equal("b", _engine.Waiting(run.InstanceId));
        Assert.Equal("choose join again choose", _engine.Journal(run.InstanceId));
    }
}
