using System.Text.Json.Nodes;
using Pana.Engine;
using Xunit;

namespace Pana.Tests.Engine;

/// <summary>Sequences, branches and loops that hold their activities inside.</summary>
public sealed class ContainerTests : IDisposable
{
    private readonly EngineHost _engine = new();

    public void Dispose() => _engine.Dispose();

    [Fact]
    public async Task A_sequence_runs_its_activities_in_order_and_remembers_its_place()
    {
        var run = await StartAsync(Sequence("s", Step("a"), Wait("b"), Step("c")));
        Assert.Equal("a", Steps(run));

        var end = await _engine.ResumeAsync("b");

        Assert.Equal("a b c", Steps(run));
        Assert.Equal(WorkflowSubStatus.Finished, end.SubStatus);
    }

    [Theory]
    [InlineData(true, "yes")]
    [InlineData(false, "no")]
    public async Task If_runs_one_of_its_branches(bool condition, string expected)
    {
        var run = await StartAsync(Chart.Activity("if", "Elsa.If", ("condition", Chart.Literal(condition)), ("then", Step("yes")), ("else", Step("no"))));

        Assert.Equal(expected, Steps(run));
    }

    [Fact]
    public async Task If_without_a_branch_completes()
    {
        var run = await StartAsync(Chart.Activity("if", "Elsa.If", ("condition", Chart.Literal("True")), ("else", Step("no"))));

        Assert.Equal(WorkflowSubStatus.Finished, run.SubStatus);
    }

    [Theory]
    [InlineData("MatchFirst", "b")]
    [InlineData("MatchAny", "b c")]
    public async Task Switch_runs_the_first_match_or_all(string mode, string expected)
    {
        var run = await StartAsync(Chart.Activity(
            "switch",
            "Elsa.Switch",
            ("mode", Chart.Literal(mode)),
            ("cases", new JsonArray(Case("A", false, Step("a")), Case("B", true, Step("b")), Case("C", true, Step("c")))),
            ("default", Step("d"))));

        Assert.Equal(expected, Steps(run));
    }

    [Fact]
    public async Task Switch_without_a_match_runs_the_default()
    {
        var run = await StartAsync(Chart.Activity("switch", "Elsa.Switch", ("cases", new JsonArray(Case("A", false, Step("a")))), ("default", Step("d"))));

        Assert.Equal("d", Steps(run));
    }

    [Theory]
    [InlineData(1, 3, 1, true, "1 2 3")]
    [InlineData(1, 3, 1, false, "1 2")]
    [InlineData(3, 1, 1, true, "3 2 1")]
    [InlineData(0, 5, 2, true, "0 2 4")]
    [InlineData(2, 2, 1, false, "")]
    public async Task For_counts_from_start_to_end(int start, int end, int step, bool inclusive, string expected)
    {
        var run = await StartAsync(Chart.Activity(
            "for",
            "Elsa.For",
            ("start", Chart.Literal(start)),
            ("end", Chart.Literal(end)),
            ("step", Chart.Literal(step)),
            ("outerBoundInclusive", Chart.Literal(inclusive)),
            ("body", Say("say", "CurrentValue"))));

        Assert.Equal(expected, Said(run));
    }

    [Fact]
    public async Task For_each_runs_its_body_for_each_item_and_survives_waiting()
    {
        var run = await StartAsync(Chart.Activity("each", "Elsa.ForEach", ("items", Chart.Json(new[] { "x", "y" })), ("body", Sequence("s", Wait("w"), Say("say", "CurrentValue")))));

        await _engine.ResumeAsync("w");
        var end = await _engine.ResumeAsync("w");

        Assert.Equal("x y", Said(run));
        Assert.Equal(WorkflowSubStatus.Finished, end.SubStatus);
    }

    [Fact]
    public async Task Parallel_for_each_waits_for_all_items_and_each_keeps_its_own()
    {
        var run = await StartAsync(Chart.Activity("each", "Elsa.ParallelForEach", ("items", Chart.Json(new[] { "x", "y" })), ("body", Sequence("s", Wait("w"), Say("say", "CurrentValue")))));
        Assert.Equal("w w", _engine.Waiting());

        var second = _engine.Data.Bookmarks.Values.Last().Id;
        await _engine.RunAsync(r => r.ResumeAsync(new ResumeBookmark(second)));
        Assert.Equal("y", Said(run));
        var end = await _engine.ResumeAsync("w");

        Assert.Equal("y x", Said(run));
        Assert.Equal(WorkflowSubStatus.Finished, end.SubStatus);
    }

    [Fact]
    public async Task While_evaluates_its_condition_before_every_round()
    {
        var chart = new Chart().Variable("Go", "Boolean", "true");
        var body = Sequence("s", Step("round"), Chart.Activity("wait", "Test.Wait", ("result", Chart.Output("Go"))));
        await _engine.PublishAsync(chart.Definition(Chart.Activity("while", "Elsa.While", ("condition", Chart.OfVariable("Go")), ("body", body))));
        var run = await _engine.StartAsync("chart");

        await _engine.ResumeAsync("wait", value: true);
        var end = await _engine.ResumeAsync("wait", value: false);

        Assert.Equal("round wait round wait", Steps(run));
        Assert.Equal(WorkflowSubStatus.Finished, end.SubStatus);
    }

    [Fact]
    public async Task Break_leaves_the_nearest_loop_and_cancels_what_waits_in_it()
    {
        var body = Chart.Activity("parallel", "Elsa.Parallel", ("activities", new JsonArray(Wait("w"), Chart.Activity("break", "Elsa.Break"))));
        var run = await StartAsync(Sequence("s", Chart.Activity("for", "Elsa.For", ("end", Chart.Literal(9)), ("body", body)), Step("after")));

        Assert.Equal("break after", Steps(run));
        Assert.Equal(["w"], _engine.Cancelled.Ids);
        Assert.Equal(WorkflowSubStatus.Finished, run.SubStatus);
    }

    [Fact]
    public async Task Break_outside_a_loop_is_a_fault()
    {
        var fault = await Assert.ThrowsAsync<WorkflowFaultedException>(() => StartAsync(Chart.Activity("break", "Elsa.Break")));

        Assert.Contains("is not inside a loop", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Parallel_waits_for_all()
    {
        var run = await StartAsync(Chart.Activity("parallel", "Elsa.Parallel", ("activities", new JsonArray(Wait("a"), Wait("b")))));

        await _engine.ResumeAsync("b");
        Assert.Equal("a", _engine.Waiting(run.InstanceId));

        Assert.Equal(WorkflowSubStatus.Finished, (await _engine.ResumeAsync("a")).SubStatus);
    }

    [Fact]
    public async Task Fork_in_wait_any_mode_cancels_the_other_branches()
    {
        await StartAsync(Chart.Activity("fork", "Elsa.Fork", ("joinMode", "WaitAny"), ("branches", new JsonArray(Wait("a"), Wait("b")))));

        var end = await _engine.ResumeAsync("b");

        Assert.Equal(WorkflowSubStatus.Finished, end.SubStatus);
        Assert.Equal(["a"], _engine.Cancelled.Ids);
    }

    [Fact]
    public async Task A_container_of_ones_own_calls_back_by_method_name()
    {
        var run = await StartAsync(Chart.Activity("twice", "Test.Twice", ("body", Wait("w"))));

        await _engine.ResumeAsync("w");
        var end = await _engine.ResumeAsync("w");

        Assert.Equal("w w twice", Steps(run));
        Assert.Equal(WorkflowSubStatus.Finished, end.SubStatus);
    }

    private static JsonObject Step(string id) => Chart.Activity(id, "Elsa.WriteLine");

    private static JsonObject Wait(string id) => Chart.Activity(id, "Test.Wait");

    private static JsonObject Sequence(string id, params JsonNode[] activities) => Chart.Activity(id, "Elsa.Sequence", ("activities", new JsonArray(activities)));

    private static JsonObject Say(string id, string variable) => Chart.Activity(
        id,
        "Elsa.WriteLine",
        ("text", new JsonObject { ["expression"] = new JsonObject { ["type"] = "Variable", ["value"] = variable } }));

    private static JsonObject Case(string label, bool condition, JsonObject activity) => new()
    {
        ["label"] = label,
        ["condition"] = new JsonObject { ["type"] = "Literal", ["value"] = condition },
        ["activity"] = activity,
    };

    private async Task<WorkflowRunResult> StartAsync(JsonObject root)
    {
        await _engine.PublishAsync(new Chart().Definition(root));
        return await _engine.StartAsync("chart");
    }

    private string Steps(WorkflowRunResult run) => string.Join(" ", _engine.Data.Journal
        .Where(e => e.InstanceId == run.InstanceId && e.EventName == "Completed" && e.ActivityType is "Elsa.WriteLine" or "Test.Wait" or "Elsa.Break" or "Test.Twice")
        .Where(e => e.EventName == "Completed")
        .Select(e => e.ActivityId));

    private string Said(WorkflowRunResult run) => string.Join(" ", _engine.Data.Journal
        .Where(e => e.InstanceId == run.InstanceId && e.EventName == "Completed" && e.ActivityType == "Elsa.WriteLine")
        .Select(e => (string?)JsonNode.Parse(e.Data!)!["data"]!["text"]));
}
