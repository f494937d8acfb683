using System.Text.Json.Nodes;
using Pana.Engine;
using Xunit;

namespace Pana.Tests.Engine;

/// <summary>A definition marked as usable as an activity is a step of another.</summary>
public sealed class WorkflowAsActivityTests : IDisposable
{
    private readonly EngineHost _engine = new();

    public void Dispose() => _engine.Dispose();

    [Fact]
    public async Task The_step_runs_the_version_it_was_drawn_with_whatever_is_published_later()
    {
        await _engine.PublishAsync(Usable(new Chart("ask").Waits("old")));
        await _engine.PublishAsync(Consumer());
        await _engine.PublishAsync(Usable(new Chart("ask").Waits("new")));

        var run = await _engine.StartAsync("consumer");

        Assert.Equal("old step", _engine.Waiting());
        await _engine.ResumeAsync("old");
        Assert.Equal("step after", _engine.Journal(run.InstanceId));
    }

    [Fact]
    public async Task The_child_belongs_to_the_same_case_and_is_told_its_inputs_in_their_types()
    {
        var child = Usable(new Chart("ask").Waits("w").Add("give", "Elsa.SetOutput", ("outputName", Chart.Literal("Result sum")), ("outputValue", Chart.OfInput("Sum"))).Connect("w", "give"));
        child["inputs"] = new JsonArray(Argument("Sum", "Int32"), Argument("Left out", "String"));
        child["outputs"] = new JsonArray(Argument("Result sum", "Int32"));
        await _engine.PublishAsync(child);
        var parent = new Chart("consumer").Variable("R").Add("step", "Ask", [.. Pin(), ("sum", Chart.Literal("12")), ("resultSum", Chart.Output("R"))]).Waits("last").Connect("step", "last");
        await _engine.PublishAsync(parent);
        var run = await _engine.RunAsync(r => r.StartAsync(new StartWorkflow("consumer") { CorrelationId = "case-1", Name = "PN-1", Input = new Dictionary<string, object?> { ["Secret"] = "of the parent" } }));
        var ask = _engine.Data.Instances.Values.Single(i => i.DefinitionId == "ask");

        await _engine.ResumeAsync("w");

        Assert.Equal(("case-1", "PN-1", run.InstanceId), (ask.CorrelationId, ask.Name, ask.ParentInstanceId));
        Assert.Equal(new Dictionary<string, object?> { ["Sum"] = 12 }, InstanceState.ReadInputAndOutput(ask.State).Input);
        Assert.Equal(12, _engine.Variable(run.InstanceId, "R"));
    }

    [Fact]
    public async Task A_fault_inside_is_a_fault_of_the_workflow_and_a_cancelled_child_leaves_by_no_outcome()
    {
        await _engine.PublishAsync(Usable(new Chart("ask").Waits("w").Add("fault", "Elsa.Fault", ("message", Chart.Literal("No."))).Connect("w", "fault")));
        await _engine.PublishAsync(Consumer());
        var faulted = await _engine.StartAsync("consumer");
        await _engine.ResumeAsync("w");
        var cancelled = await _engine.StartAsync("consumer");
        var child = _engine.Data.Instances.Values.Single(i => i.ParentInstanceId == cancelled.InstanceId).Id;

        await _engine.RunAsync(async r =>
        {
            await r.CancelAsync(child);
            return 0;
        });

        Assert.Equal("Faulted", _engine.Data.Instances[faulted.InstanceId].SubStatus);
        Assert.Contains(_engine.Data.Incidents.Values, i => i.InstanceId == faulted.InstanceId && i.ActivityId == "step" && i.Message.Contains("has faulted", StringComparison.Ordinal));
        Assert.Equal("Finished", _engine.Data.Instances[cancelled.InstanceId].SubStatus);
        Assert.Equal("step", _engine.Journal(cancelled.InstanceId));
    }

    [Fact]
    public async Task A_cancelled_workflow_takes_the_child_with_it()
    {
        await _engine.PublishAsync(Usable(new Chart("ask").Waits("w")));
        await _engine.PublishAsync(Consumer());
        var run = await _engine.StartAsync("consumer");

        await _engine.RunAsync(async r =>
        {
            await r.CancelAsync(run.InstanceId);
            return 0;
        });

        Assert.Equal(["w"], _engine.Cancelled.Ids);
        Assert.All(_engine.Data.Instances.Values, i => Assert.Equal("Cancelled", i.SubStatus));
    }

    [Fact]
    public async Task Publishing_names_what_is_missing_not_usable_not_an_outcome_and_of_another_type()
    {
        var other = Usable(new Chart("ask").Steps("s"));
        other["outcomes"] = new JsonArray("Yes", "No");
        other["inputs"] = new JsonArray(Argument("Sum", "Int32"));
        await _engine.PublishAsync(other);
        await _engine.PublishAsync(new Chart("plain").Steps("s").Definition());
        var parent = new Chart("consumer")
            .Add("gone", "Ask", [.. Pin(version: 7)])
            .Add("stranger", "Nobody", [.. Pin("nobody")])
            .Add("plain", "Plain", [.. Pin("plain")])
            .Add("asked", "Ask", [.. Pin(), ("sum", Chart.Literal("many"))])
            .Steps("after").Connect("gone", "stranger", "plain", "asked:Maybe", "after").Connect("asked:Yes", "after");

        var refused = await Assert.ThrowsAsync<InvalidDefinitionException>(() => _engine.PublishAsync(parent));

        Assert.Equal(
            [
                "gone: The step runs version 7 of the workflow 'Ask', which is not published here. Published versions: 1.",
                "stranger: The step runs version 1 of the workflow 'Nobody', which is not published here. Published versions: –.",
                "plain: Version 1 of the workflow 'plain' is not marked as usable as an activity.",
                "asked: Expected Int32, got a text of 4 characters that is none.",
                "asked: 'asked' has no outcome 'Maybe', so the connection would never be followed.",
            ],
            refused.Defects.Select(d => $"{d.ActivityId}: {d.Message}"));
    }

    [Fact]
    public async Task A_circle_is_refused_by_the_names_on_it()
    {
        await _engine.PublishAsync(Usable(new Chart("a").Steps("s"), "A"));
        var itself = Usable(new Chart("a").Add("step", "A", [.. Pin("a")]), "A");
        await _engine.PublishAsync(Usable(new Chart("b").Add("step", "A", [.. Pin("a")]), "B"));
        var through = Usable(new Chart("a").Add("step", "B", [.. Pin("b")]), "A");

        var direct = await Assert.ThrowsAsync<InvalidDefinitionException>(() => _engine.PublishAsync(itself));
        var around = await Assert.ThrowsAsync<InvalidDefinitionException>(() => _engine.PublishAsync(through));

        Assert.Equal("The workflow would be a step of itself: A → A.", Assert.Single(direct.Defects).Message);
        Assert.Equal("The workflow would be a step of itself: A → B → A.", Assert.Single(around.Defects).Message);
    }

    [Fact]
    public async Task A_usable_workflow_needs_a_name_and_arguments_of_its_own()
    {
        await _engine.PublishAsync(Usable(new Chart("ask").Steps("s"), "Ask the head"));
        var alike = Usable(new Chart("other").Steps("s"), "ask The Head");
        alike["inputs"] = new JsonArray(Argument("Name", "String"), Argument("Big sum", "Int32"));
        alike["outputs"] = new JsonArray(Argument("BigSum", "Int32"));
        var nameless = Usable(new Chart("third").Steps("s"), " – ");

        var first = await Assert.ThrowsAsync<InvalidDefinitionException>(() => _engine.PublishAsync(alike));
        var second = await Assert.ThrowsAsync<InvalidDefinitionException>(() => _engine.PublishAsync(nameless));

        Assert.Equal([EngineDefects.UsableNameTaken, EngineDefects.ReservedArgument, EngineDefects.ArgumentsAlike], first.Defects.Select(d => d.Kind));
        Assert.Equal(EngineDefects.UsableWithoutName, Assert.Single(second.Defects).Kind);
    }

    [Fact]
    public async Task A_definition_is_neither_retracted_nor_deleted_while_it_is_a_step_and_its_consumers_are_named()
    {
        await _engine.PublishAsync(Usable(new Chart("ask").Steps("s")));
        await _engine.PublishAsync(Usable(new Chart("ask").Steps("s", "t").Connect("s", "t")));
        await _engine.PublishAsync(Consumer());
        var versions = await _engine.DefineAsync(s => s.GetVersionsAsync("ask"));

        var retracting = await Assert.ThrowsAsync<DefinitionInUseException>(() => _engine.DefineAsync(s => s.RetractAsync("ask")));
        await Assert.ThrowsAsync<DefinitionInUseException>(() => _engine.DefineAsync(s => s.DeleteAsync("ask")));
        await Assert.ThrowsAsync<DefinitionInUseException>(() => _engine.DefineAsync(s => s.DeleteVersionAsync(versions[1].Id)));

        Assert.Equal(["consumer"], retracting.Consumers);
        Assert.True(await _engine.DefineAsync(s => s.DeleteVersionAsync(versions[0].Id)));
        await _engine.DefineAsync(s => s.RetractAsync("consumer"));
        Assert.False((await _engine.DefineAsync(s => s.RetractAsync("ask"))).IsPublished);
    }

    [Fact]
    public async Task Publishing_writes_the_version_it_found_onto_the_step()
    {
        var child = await _engine.PublishAsync(Usable(new Chart("ask").Steps("s")));

        await _engine.PublishAsync(Consumer());

        var step = (await _engine.DefineAsync(s => s.GetPublishedAsync("consumer")))!.Activities.Single(a => a.Id == "step").Json;
        Assert.Equal(("Ask", 1, "ask", child.Id), ((string)step["type"]!, (int)step["version"]!, (string)step["workflowDefinitionId"]!, (string)step["workflowDefinitionVersionId"]!));
    }

    private static Chart Consumer() => new Chart("consumer").Add("step", "Ask", [.. Pin()]).Steps("after").Connect("step", "after");

    private static IEnumerable<(string, JsonNode?)> Pin(string definitionId = "ask", int version = 1) =>
        [("workflowDefinitionId", definitionId), ("workflowDefinitionVersionId", "from elsewhere"), ("version", version)];

    private static JsonObject Usable(Chart chart, string name = "Ask")
    {
        var definition = chart.Definition();
        definition["name"] = name;
        definition["options"] = new JsonObject { ["usableAsActivity"] = true };
        return definition;
    }

    private static JsonObject Argument(string name, string type) => new() { ["name"] = name, ["type"] = type, ["isArray"] = false };
}
