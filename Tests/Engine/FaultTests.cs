using Microsoft.Extensions.DependencyInjection;
using Pana.Engine;
using Xunit;

namespace Pana.Tests.Engine;

/// <summary>A burst is all or nothing; what failed can be tried again.</summary>
public sealed class FaultTests : IDisposable
{
    private readonly EngineHost _engine = new();

    public void Dispose() => _engine.Dispose();

    [Fact]
    public async Task A_burst_that_throws_leaves_nothing_but_an_incident()
    {
        await _engine.PublishAsync(new Chart().Steps("a").Add("throws", "Test.Throws").Connect("a", "throws"));

        var fault = await Assert.ThrowsAsync<WorkflowFaultedException>(() => _engine.StartAsync("chart"));

        Assert.Empty(_engine.Data.Instances);
        Assert.Empty(_engine.Data.Journal);
        Assert.Equal(("throws", "The switch is broken."), (fault.Incident.ActivityId, fault.Incident.Message));
        Assert.Contains("Mend the cause, then retry incident", fault.Message, StringComparison.Ordinal);
        Assert.Contains(fault.IncidentId, _engine.Data.Incidents.Keys);
    }

    [Fact]
    public async Task An_instance_stays_where_it_was_before_the_burst()
    {
        await _engine.PublishAsync(new Chart().Waits("w").Steps("a").Add("throws", "Test.Throws").Connect("w", "a", "throws"));
        var run = await _engine.StartAsync("chart");
        var before = _engine.Data.Instances[run.InstanceId];

        await Assert.ThrowsAsync<WorkflowFaultedException>(() => _engine.ResumeAsync("w"));

        Assert.Equal(before, _engine.Data.Instances[run.InstanceId]);
        Assert.Equal("w", _engine.Waiting());
        Assert.Equal("", _engine.Journal(run.InstanceId));
    }

    [Fact]
    public async Task Retrying_an_incident_repeats_the_stimulus_with_its_input()
    {
        await _engine.PublishAsync(new Chart().Variable("X").Add("w", "Test.Wait", ("result", Chart.Output("X"))).Add("throws", "Test.Throws").Waits("z").Connect("w", "throws", "z"));
        var run = await _engine.StartAsync("chart");
        var fault = await Assert.ThrowsAsync<WorkflowFaultedException>(() => _engine.ResumeAsync("w", value: 12.50m));
        _engine.Switchboard.Broken = false;

        await _engine.RunAsync(r => r.RetryAsync(fault.IncidentId));

        Assert.Equal(12.50m, _engine.Variable(run.InstanceId, "X"));
        Assert.Equal("z", _engine.Waiting());
        Assert.NotNull(_engine.Data.Incidents[fault.IncidentId].ResolvedAt);
        var again = await Assert.ThrowsAsync<InvalidOperationException>(() => _engine.RunAsync(r => r.RetryAsync(fault.IncidentId)));
        Assert.Contains("already resolved", again.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_retry_that_fails_again_leaves_one_open_incident()
    {
        await _engine.PublishAsync(new Chart().Add("throws", "Test.Throws"));
        var fault = await Assert.ThrowsAsync<WorkflowFaultedException>(() => _engine.StartAsync("chart"));

        await Assert.ThrowsAsync<WorkflowFaultedException>(() => _engine.RunAsync(r => r.RetryAsync(fault.IncidentId)));

        Assert.Null(Assert.Single(_engine.Data.Incidents.Values).ResolvedAt);
    }

    [Fact]
    public async Task A_modelled_fault_cannot_be_retried()
    {
        await _engine.PublishAndStartAsync(new Chart().Add("fault", "Elsa.Fault"));
        var incident = Assert.Single(_engine.Data.Incidents.Keys);

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => _engine.RunAsync(r => r.RetryAsync(incident)));

        Assert.Contains("drawn in the definition", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bookmark_is_consumed_once()
    {
        var chart = new Chart().Waits("a", "b").Connect("a", "b");
        await _engine.PublishAndStartAsync(chart);
        var bookmark = _engine.Data.Bookmarks.Keys.Single();
        await _engine.ResumeAsync("a");

        var consumed = await Assert.ThrowsAsync<BookmarkConsumedException>(() => _engine.RunAsync(r => r.ResumeAsync(new ResumeBookmark(bookmark))));

        Assert.Equal(bookmark, consumed.BookmarkId);
        Assert.Empty(_engine.Data.Incidents);
    }

    [Fact]
    public async Task Of_many_who_answer_at_once_one_wins()
    {
        await _engine.PublishAndStartAsync(new Chart().Waits("a", "b").Connect("a", "b"));
        var bookmark = _engine.Data.Bookmarks.Keys.Single();

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(async () =>
        {
            try
            {
                await _engine.RunAsync(r => r.ResumeAsync(new ResumeBookmark(bookmark)));
                return true;
            }
            catch (BookmarkConsumedException)
            {
                return false;
            }
        })));

        Assert.Single(answers, won => won);
    }

    [Fact]
    public async Task Starting_twice_with_the_same_id_is_refused()
    {
        await _engine.PublishAsync(new Chart().Waits("a"));
        await _engine.RunAsync(r => r.StartAsync(new StartWorkflow("chart") { InstanceId = "one" }));

        await Assert.ThrowsAsync<StaleInstanceException>(() => _engine.RunAsync(r => r.StartAsync(new StartWorkflow("chart") { InstanceId = "one" })));

        Assert.Single(_engine.Data.Bookmarks);
    }

    [Fact]
    public async Task A_loop_without_a_wait_is_stopped()
    {
        using var engine = new EngineHost(o => o.MaxActivitiesPerBurst = 1000);
        await engine.PublishAsync(new Chart().Steps("a", "b").Connect("a", "b", "a").StartAt("a"));

        var fault = await Assert.ThrowsAsync<WorkflowFaultedException>(() => engine.StartAsync("chart"));

        Assert.Contains("ran 1000 activities without waiting", fault.Message, StringComparison.Ordinal);
        Assert.Empty(engine.Data.Instances);
    }

    [Fact]
    public async Task Inside_the_callers_transaction_the_incident_is_kept_but_the_caller_repeats()
    {
        await _engine.PublishAsync(new Chart().Waits("w").Add("throws", "Test.Throws").Connect("w", "throws"));
        await _engine.StartAsync("chart");
        var bookmark = _engine.Data.Bookmarks.Keys.Single();

        await Assert.ThrowsAsync<WorkflowFaultedException>(() => _engine.InScopeAsync(s => s.GetRequiredService<IWorkflowStore>().InBurstAsync(
            ct => s.GetRequiredService<WorkflowRuntime>().ResumeAsync(new ResumeBookmark(bookmark), ct),
            default)));

        Assert.Null(Assert.Single(_engine.Data.Incidents.Values).Stimulus);
        Assert.Equal("w", _engine.Waiting());
    }

    [Fact]
    public async Task Cancelling_an_instance_tells_every_waiting_activity()
    {
        var run = await _engine.PublishAndStartAsync(new Chart().Fork("fork", "A", "B").Waits("a", "b").Connect("fork:A", "a").Connect("fork:B", "b"));

        await _engine.RunAsync(async r => { await r.CancelAsync(run.InstanceId); return 0; });

        Assert.Equal(["a", "b"], _engine.Cancelled.Ids.Order(StringComparer.Ordinal));
        Assert.Equal(("Finished", "Cancelled"), (_engine.Data.Instances[run.InstanceId].Status, _engine.Data.Instances[run.InstanceId].SubStatus));
        Assert.Empty(_engine.Data.Bookmarks);
    }

    [Fact]
    public async Task An_unknown_activity_type_faults_only_when_it_runs()
    {
        var chart = new Chart().Waits("a").Add("x", "Acme.Unknown").Connect("a", "x");
        await _engine.DefineAsync(s => s.SaveDraftAsync(chart.Definition().ToJsonString()));
        var version = _engine.Data.Definitions.Keys.Single();
        await _engine.RunAsync(r => r.StartAsync(new StartWorkflow("chart") { DefinitionVersionId = version }));

        var fault = await Assert.ThrowsAsync<WorkflowFaultedException>(() => _engine.ResumeAsync("a"));

        Assert.Contains("Activity type 'Acme.Unknown' is not known here", fault.Message, StringComparison.Ordinal);
    }
}
