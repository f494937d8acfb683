using System.Text.Json.Nodes;

namespace Pana.Engine;

/// <summary>Leaves through the labels of the cases that match, or through <c>Default</c>.</summary>
[Activity("Elsa", "Branching", "Evaluate a set of case conditions and follow the matching case.", DisplayName = "Switch (flow)")]
[FlowNode("Default")]
public sealed class FlowSwitch : Activity
{
    /// <summary>The cases in order.</summary>
    [Input(Description = "The cases to evaluate.", UIHint = "flow-switch-editor")]
    public IReadOnlyList<FlowSwitchCase> Cases { get; set; } = [];

    /// <summary>Whether the first matching case counts, or all.</summary>
    [Input(Description = "Whether the first match counts, or any.", UIHint = "dropdown")]
    public Input<SwitchMode> Mode { get; set; } = new(SwitchMode.MatchFirst);

    internal override void BindMore(JsonObject json, Func<JsonObject, Activity> compileChild) =>
        Cases = [.. FlowSwitchCase.ReadAll(json["cases"]).Select(FlowSwitchCase.Read)];

    /// <inheritdoc/>
    protected internal override ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var matches = Cases.Where(c => FlowSwitchCase.Matches(c.Condition, context)).Select(c => c.Label);
        if (context.Get(Mode) == SwitchMode.MatchFirst)
        {
            matches = matches.Take(1);
        }

        return matches.ToArray() is { Length: > 0 } labels ? context.CompleteActivityWithOutcomesAsync(labels) : context.CompleteActivityWithOutcomesAsync("Default");
    }
}
