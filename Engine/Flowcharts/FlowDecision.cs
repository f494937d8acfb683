namespace Pana.Engine;

/// <summary>Leaves through <c>True</c> or <c>False</c>.</summary>
[Activity("Elsa", "Branching", "Evaluate a Boolean condition to determine which path to execute next.", DisplayName = "Decision")]
[FlowNode("True", "False")]
public sealed class FlowDecision : Activity
{
    private static readonly Outcomes True = new("True");
    private static readonly Outcomes False = new("False");

    /// <summary>The condition.</summary>
    [Input(Description = "The condition to evaluate.", UIHint = "singleline")]
    public Input<bool> Condition { get; set; } = new(false);

    /// <inheritdoc/>
    protected internal override ValueTask ExecuteAsync(ActivityExecutionContext context) =>
        context.CompleteActivityAsync(context.Get(Condition) ? True : False);
}
