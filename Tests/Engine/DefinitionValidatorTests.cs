using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Pana.Engine;
using Xunit;

namespace Pana.Tests.Engine;

/// <summary>A malformed definition is refused whole: every defect with the activity, the place, and what would mend it.</summary>
public sealed class DefinitionValidatorTests : IDisposable
{
    private readonly EngineHost _engine = new(add: s => s.AddSingleton<IDefinitionCheck, NoLetterZ>());

    public static TheoryData<string> MalformedTexts =>
    [
        "", "nonsense", "null", "[]", "42", "\"text\"", "{", "{}", "{\"root\":null}", "{\"root\":[]}", "{\"root\":{}}",
        "{\"root\":{\"type\":7,\"id\":{},\"version\":[]}}",
        "{\"root\":{\"type\":\"Elsa.Flowchart\",\"id\":\"r\",\"version\":1,\"activities\":{},\"connections\":7}}",
        "{\"root\":{\"type\":\"Elsa.Flowchart\",\"id\":\"r\",\"version\":1,\"activities\":[null,7,{}],\"connections\":[null,{},{\"source\":5,\"target\":null}]}}",
        "{\"variables\":7,\"inputs\":{},\"root\":{\"type\":\"Elsa.Flowchart\",\"id\":\"r\",\"version\":1}}",
        "{\"a\":1,\"a\":2,\"root\":{}}",
        new string('[', 10_000),
        "{\"root\":{\"_type\":\"System.IO.FileInfo, System\",\"$type\":\"x\",\"type\":\"System.IO.FileInfo\",\"id\":\"x\",\"version\":1}}",
    ];

    public void Dispose() => _engine.Dispose();

    [Fact]
    public void A_sound_definition_has_no_defect() => Assert.Empty(Validate(new Chart().Steps("a", "b").Connect("a", "b").Definition()));

    [Theory, MemberData(nameof(MalformedTexts))]
    public async Task A_malformed_text_is_refused_with_a_place_and_a_remedy(string text)
    {
        var defects = await _engine.InScopeAsync(s => Task.FromResult(s.GetRequiredService<DefinitionValidator>().Validate(text)));

        Assert.NotEmpty(defects);
        Assert.All(defects, d =>
        {
            Assert.StartsWith("$", d.Path, StringComparison.Ordinal);
            Assert.NotEmpty(d.Message);
            Assert.NotEmpty(d.Remedy);
        });
    }

    [Fact]
    public void Every_defect_is_named_at_once()
    {
        var definition = new Chart().Variable("Days", "Int32", "many")
            .Steps("a", "a")
            .Add("", "Elsa.WriteLine")
            .Add("unknown", "Acme.Unknown")
            .Add("delay", "Elsa.Delay", ("timeSpan", Chart.Literal("soon")))
            .Add("cron", "Elsa.Cron", ("cronExpression", Chart.Literal("every day")))
            .Add("event", "Elsa.Event")
            .Add("say", "Elsa.WriteLine", ("text", Chart.OfVariable("Nowhere")))
            .Add("ask", "Elsa.WriteLine", ("text", Chart.OfInput("Nothing")))
            .Add("bound", "Test.Doubles", ("result", Chart.Output("Nowhere")))
            .Add("set", "Elsa.SetVariable", ("variable", Chart.TheVariable("Nowhere")))
            .Add("decide", "Elsa.FlowDecision", ("condition", new JsonObject { ["expression"] = new JsonObject { ["type"] = "Klingon", ["value"] = "x" } }))
            .Add("object", "Elsa.WriteLine", ("text", new JsonObject { ["expression"] = new JsonObject { ["type"] = "Object", ["value"] = "{" } }))
            .Connect("a", "missing").Connect("decide:Maybe", "say")
            .StartAt("nobody")
            .Definition();

        var defects = Validate(definition);

        Assert.Equal(
            [
                "$.root.activities[10].variable", "$.root.activities[11].condition", "$.root.activities[12].text", "$.root.activities[1].id",
                "$.root.activities[2].id", "$.root.activities[3].type", "$.root.activities[4].timeSpan", "$.root.activities[5].cronExpression",
                "$.root.activities[6].eventName", "$.root.activities[7].text", "$.root.activities[8].text", "$.root.activities[9].result",
                "$.root.connections[0].target", "$.root.connections[1].source.port", "$.root.start", "$.variables[0].value",
            ],
            defects.Select(d => d.Path).Order(StringComparer.Ordinal));
        Assert.Contains(defects, d => d.ActivityId == "delay" && d.Remedy.Contains("1.12:00:00", StringComparison.Ordinal));
    }

    [Fact]
    public void A_loop_that_can_be_entered_beside_its_head_is_a_defect()
    {
        var defect = Assert.Single(Validate(new Chart().Waits("a", "b", "c").Connect("a", "b", "c").Connect("a:Other", "c").Connect("c:Again", "b").Definition()));

        Assert.Equal(("c", "$.root.connections[3]"), (defect.ActivityId, defect.Path));
        Assert.Contains("enter the loop at 'b'", defect.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void A_step_that_nothing_leads_to_is_a_defect_in_a_ring_too()
    {
        using var strict = new EngineHost(o => o.LooseStepsRefused = true);

        var defects = ValidateWith(strict, new Chart().Steps("a", "b", "alone").Waits("x", "y").Connect("a", "b").Connect("x", "y").Connect("y:Again", "x").StartAt("a").Definition());

        Assert.Equal(["alone", "x", "y"], defects.Select(d => d.ActivityId));
        Assert.All(defects, d => Assert.Equal("Unreachable", d.Kind.Key));
        Assert.Equal(["alone"], defects[0].Arguments);
        Assert.Contains("$.root.activities[2]", defects[0].Path, StringComparison.Ordinal);
    }

    [Fact]
    public void A_flowchart_in_which_every_step_comes_after_another_has_no_start()
    {
        using var strict = new EngineHost(o => o.LooseStepsRefused = true);

        var defect = Assert.Single(ValidateWith(strict, new Chart().Waits("a", "b").Connect("a", "b").Connect("b:Again", "a").Definition()));

        Assert.Equal("NoStart", defect.Kind.Key);
        Assert.Contains("Elsa.Start", defect.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void A_step_that_can_start_the_workflow_needs_nothing_before_it()
    {
        using var strict = new EngineHost(o => o.LooseStepsRefused = true);
        var chart = new Chart().Steps("a", "b").Add("timer", "Elsa.Timer", ("interval", Chart.Literal("01:00:00"))).Connect("a", "b").Connect("timer", "b").StartAt("a").Definition();
        var timer = chart["root"]!["activities"]!.AsArray().Single(a => (string?)a!["id"] == "timer")!;
        timer["customProperties"] = new JsonObject { ["canStartWorkflow"] = true };

        Assert.Empty(ValidateWith(strict, chart));
    }

    [Fact]
    public void A_script_that_does_not_parse_and_a_wrong_outcome_are_named_with_their_steps()
    {
        var script = new JsonObject { ["expression"] = new JsonObject { ["type"] = "JavaScript", ["value"] = "if (" } };

        var defects = Validate(new Chart().Add("say", "Elsa.WriteLine", ("text", script)).Add("decide", "Elsa.FlowDecision").Connect("decide:Maybe", "say").Definition());

        Assert.Equal([("say", "BadExpression"), ("decide", "UnknownOutcome")], defects.Select(d => (d.ActivityId!, d.Kind.Key)));
        Assert.Equal(["decide", "Maybe", "True, False"], defects[1].Arguments);
    }

    [Fact]
    public void A_fork_with_branches_is_not_left_by_Done()
    {
        var branches = new JsonObject { ["expression"] = new JsonObject { ["type"] = "Object", ["value"] = "[\"One\",\"Two\"]" } };

        var defect = Assert.Single(Validate(new Chart().Steps("a", "b").Add("fork", "Elsa.FlowFork", ("branches", branches)).Connect("fork:One", "a").Connect("fork", "b").Definition()));

        Assert.Equal(["fork", "Done", "One, Two"], defect.Arguments);
    }

    [Fact]
    public void Inner_flowcharts_are_checked_too()
    {
        var inner = new Chart().Steps("x").Connect("x", "nowhere").Root();
        inner["id"] = "inner";

        var defect = Assert.Single(Validate(new Chart().Definition(Chart.Activity("for", "Elsa.For", ("body", inner)))));

        Assert.Equal("$.root.body.connections[0].target", defect.Path);
    }

    [Fact]
    public void Expressions_that_only_Elsa_offers_load()
    {
        var csharp = new JsonObject { ["expression"] = new JsonObject { ["type"] = "CSharp", ["value"] = "1 + 1" } };

        Assert.Empty(Validate(new Chart().Add("a", "Elsa.WriteLine", ("text", csharp)).Definition()));
    }

    [Fact]
    public void Checks_registered_by_others_are_asked()
    {
        var defect = Assert.Single(Validate(new Chart().Steps("z").Definition()));

        Assert.Equal(("z", "No z."), (defect.ActivityId, defect.Message));
    }

    private IReadOnlyList<DefinitionDefect> Validate(JsonObject definition) => ValidateWith(_engine, definition);

    private static IReadOnlyList<DefinitionDefect> ValidateWith(EngineHost engine, JsonObject definition) =>
        engine.InScopeAsync(s => Task.FromResult(s.GetRequiredService<DefinitionValidator>().Validate(definition.ToJsonString()))).GetAwaiter().GetResult();

    private sealed class NoLetterZ : IDefinitionCheck
    {
        public IEnumerable<DefinitionDefect> Check(WorkflowDefinition definition) =>
            definition.Activities.Where(a => a.Id == "z").Select(a => new DefinitionDefect(a.Id, a.Path, new DefectKind("NoZ", "No z.", "Use another letter.")));
    }
}
