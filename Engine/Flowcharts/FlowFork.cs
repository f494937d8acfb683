namespace Pana.Engine;

/// <summary>Leaves through several ports at once.</summary>
[Activity("Elsa", "Branching", "Branch execution into multiple branches that will be executed in parallel.", DisplayName = "Fork (flow)")]
public sealed class FlowFork : Activity
{
    /// <summary>The ports to leave through.</summary>
    [Input(Description = "The branches; each becomes an outgoing port.", UIHint = "dynamic-outcomes")]
    public Input<ICollection<string>>? Branches { get; set; }

    /// <inheritdoc/>
    protected internal override ValueTask ExecuteAsync(ActivityExecutionContext context) =>
        context.CompleteActivityAsync(context.Get(Branches) is { Count: > 0 } branches ? new Outcomes([.. branches]) : Outcomes.Default);
}
