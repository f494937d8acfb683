using System.Text.Json.Nodes;

namespace Pana.Engine;

/// <summary>Runs the activities of the cases that match, or the default.</summary>
[Activity("Elsa", "Branching", "Evaluate a set of case conditions and schedule the activity for a matching case.")]
public sealed class Switch : Activity
{
    /// <summary>The cases in order.</summary>
    [Input(Description = "The cases to evaluate.", UIHint = "switch-editor")]
    public IReadOnlyList<SwitchCase> Cases { get; set; } = [];

    /// <summary>Whether the first matching case counts, or all.</summary>
    [Input(Description = "Whether the first match counts, or any.", UIHint = "dropdown")]
    public Input<SwitchMode> Mode { get; set; } = new(SwitchMode.MatchFirst);

    /// <summary>The labels that matched.</summary>
    [Output]
    public Output<object>? Output { get; set; }

    /// <summary>Runs when no case matches.</summary>
    [Port]
    public Activity? Default { get; set; }

    internal override void BindMore(JsonObject json, Func<JsonObject, Activity> compileChild) =>
        Cases = [.. FlowSwitchCase.ReadAll(json["cases"]).Select(c => new SwitchCase(
            WorkflowDefinition.Text(c["label"]) ?? "",
            ActivityBinding.ReadExpression(c["condition"]),
            c["activity"] is JsonObject activity ? compileChild(activity) : null))];

    /// <inheritdoc/>
    protected internal override ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var matches = Cases.Where(c => FlowSwitchCase.Matches(c.Condition, context));
        if (context.Get(Mode) == SwitchMode.MatchFirst)
        {
            matches = matches.Take(1);
        }

        var found = matches.ToList();
        context.Set(Output, found.Select(c => c.Label).ToList());
        foreach (var next in found.Count == 0 ? [Default] : found.Select(c => c.Activity))
        {
            if (next is not null)
            {
                context.Schedule(next);
            }
        }

        return context.HasActiveChildren ? default : context.CompleteActivityAsync();
    }
}
