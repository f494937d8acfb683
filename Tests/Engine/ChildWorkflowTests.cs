using System.Text.Json.Nodes;
using Pana.Engine;
using Xunit;

namespace Pana.Tests.Engine;

/// <summary>Workflows that run workflows.</summary>
public sealed class ChildWorkflowTests : IDisposable
{
    private readonly EngineHost _engine = new();

    public void Dispose() => _engine.Dispose();

    [Fact]
    public async Task A_child_that_does_not_wait_runs_in_the_same_burst()
    {
        await _engine.PublishAsync(new Chart("child").Steps("work"));
        var saves = _engine.Data.Saves;

        var run = await _engine.PublishAndStartAsync(Parent());

        Assert.Equal("execute after", _engine.Journal(run.InstanceId));
        Assert.Equal(WorkflowSubStatus.Finished, run.SubStatus);
        Assert.Equal(2, _engine.Data.Instances.Count);
        Assert.Equal(saves + 1, _engine.Data.Saves);
    }

    [Fact]
    public async Task The_parent_goes_on_in_the_burst_in_which_the_child_ends()
    {
        await _engine.PublishAsync(new Chart("child").Waits("w"));
        var run = await _engine.PublishAndStartAsync(Parent());
        Assert.Equal("execute w", _engine.Waiting());
        var saves = _engine.Data.Saves;

        await _engine.ResumeAsync("w");

        Assert.Equal("execute after", _engine.Journal(run.InstanceId));
        Assert.Equal("Finished", _engine.Data.Instances[run.InstanceId].Status);
        Assert.Equal(saves + 1, _engine.Data.Saves);
    }

    [Fact]
    public async Task The_result_has_the_output_of_the_child_and_its_outcomes_can_be_followed()
    {
        await _engine.PublishAsync(new Chart("child").Waits("w")
            .Add("give", "Elsa.SetOutput", ("outputName", Chart.Literal("Number")), ("outputValue", Chart.Literal(7)))
            .Add("complete", "Elsa.Complete", ("outcomes", Chart.Json(new[] { "Granted" }))).Connect("w", "give", "complete"));
        var parent = new Chart("parent").Variable("R").Add("execute", "Elsa.ExecuteWorkflow", ("workflowDefinitionId", Chart.Literal("child")), ("waitForCompletion", Chart.Literal("True")), ("result", Chart.Output("R")))
            .Waits("granted", "refused").Connect("execute:Granted", "granted").Connect("execute:Refused", "refused");
        var run = await _engine.PublishAndStartAsync(parent);

        await _engine.ResumeAsync("w");

        Assert.Equal("granted", _engine.Waiting(run.InstanceId));
        var result = (Dictionary<string, object?>)_engine.Variable(run.InstanceId, "R")!;
        Assert.Equal("Finished", result["SubStatus"]);
        Assert.Equal(7, ((Dictionary<string, object?>)result["Output"]!)["Number"]);
    }

    [Fact]
    public async Task Without_waiting_the_parent_goes_on_while_the_child_waits()
    {
        await _engine.PublishAsync(new Chart("child").Waits("w"));

        var run = await _engine.PublishAndStartAsync(Parent(wait: false));

        Assert.Equal("execute after", _engine.Journal(run.InstanceId));
        Assert.Equal("w", _engine.Waiting());
    }

    [Fact]
    public async Task The_child_inherits_correlation_name_and_input()
    {
        await _engine.PublishAsync(new Chart("child").Waits("w"));
        await _engine.PublishAsync(Parent());

        var run = await _engine.RunAsync(r => r.StartAsync(new StartWorkflow("parent") { CorrelationId = "case-1", Name = "PN-1", Input = new Dictionary<string, object?> { ["Code"] = "x" } }));

        var child = _engine.Data.Instances.Values.Single(i => i.ParentInstanceId == run.InstanceId);
        Assert.Equal(("case-1", "PN-1"), (child.CorrelationId, child.Name));
        Assert.Contains("\"Code\":\"x\"", child.State, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancelling_the_parent_cancels_the_child_it_waits_for()
    {
        await _engine.PublishAsync(new Chart("child").Waits("w"));
        var run = await _engine.PublishAndStartAsync(Parent());

        await _engine.RunAsync(async r => { await r.CancelAsync(run.InstanceId); return 0; });

        Assert.All(_engine.Data.Instances.Values, i => Assert.Equal("Cancelled", i.SubStatus));
        Assert.Equal(["w"], _engine.Cancelled.Ids);
        Assert.Empty(_engine.Data.Bookmarks);
    }

    [Fact]
    public async Task A_child_that_faults_wakes_its_parent_with_the_status()
    {
        await _engine.PublishAsync(new Chart("child").Waits("w").Add("fault", "Elsa.Fault").Connect("w", "fault"));
        var parent = new Chart("parent").Variable("R").Add("execute", "Elsa.ExecuteWorkflow", ("workflowDefinitionId", Chart.Literal("child")), ("waitForCompletion", Chart.Literal(true)), ("result", Chart.Output("R"))).Waits("z").Connect("execute", "z");
        var run = await _engine.PublishAndStartAsync(parent);

        await _engine.ResumeAsync("w");

        Assert.Equal("Faulted", ((Dictionary<string, object?>)_engine.Variable(run.InstanceId, "R")!)["SubStatus"]);
    }

    [Fact]
    public async Task A_workflow_that_executes_itself_is_stopped()
    {
        var self = new Chart("self").Add("again", "Elsa.ExecuteWorkflow", ("workflowDefinitionId", Chart.Literal("self")), ("waitForCompletion", Chart.Literal(true)));
        await _engine.PublishAsync(self);

        var fault = await Assert.ThrowsAsync<WorkflowFaultedException>(() => _engine.StartAsync("self"));

        Assert.Contains("executes itself", fault.Message, StringComparison.Ordinal);
        Assert.Empty(_engine.Data.Instances);
    }

    [Fact]
    public async Task A_missing_child_definition_is_named()
    {
        await _engine.PublishAsync(Parent());

        var fault = await Assert.ThrowsAsync<WorkflowFaultedException>(() => _engine.StartAsync("parent"));

        Assert.Contains("No published version of workflow definition 'child'", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, "")]
    [InlineData(false, "dispatch after")]
    public async Task Dispatch_starts_the_child_after_this_instance_has_settled(bool wait, string before)
    {
        await _engine.PublishAsync(new Chart("child").Waits("w"));
        var run = await _engine.PublishAndStartAsync(new Chart("parent")
            .Add("dispatch", "Elsa.DispatchWorkflow", ("workflowDefinitionId", Chart.Literal("child")), ("waitForCompletion", Chart.Literal(wait))).Steps("after").Connect("dispatch", "after"));
        Assert.Equal(before, _engine.Journal(run.InstanceId));

        await _engine.ResumeAsync("w");

        Assert.Equal("dispatch after", _engine.Journal(run.InstanceId));
    }

    [Fact]
    public async Task Bulk_dispatch_starts_a_child_for_each_item_and_waits_for_all()
    {
        await _engine.PublishAsync(new Chart("child").Waits("w"));
        var run = await _engine.PublishAndStartAsync(new Chart("parent")
            .Add("bulk", "Elsa.BulkDispatchWorkflows", ("workflowDefinitionId", Chart.Literal("child")), ("items", Chart.Json(new[] { "x", "y" })), ("childCompleted", Chart.Activity("each", "Elsa.WriteLine")))
            .Steps("after").Connect("bulk:Completed", "after"));
        Assert.Equal("bulk bulk w w", _engine.Waiting());

        await _engine.ResumeAsync("w");
        Assert.Equal("each", _engine.Journal(run.InstanceId));
        await _engine.ResumeAsync("w");

        Assert.Equal("each each bulk after", _engine.Journal(run.InstanceId));
    }

    private static Chart Parent(bool wait = true) => new Chart("parent")
        .Add("execute", "Elsa.ExecuteWorkflow", ("workflowDefinitionId", Chart.Literal("child")), ("waitForCompletion", Chart.Literal(wait)))
        .Steps("after").Connect("execute", "after");
}
