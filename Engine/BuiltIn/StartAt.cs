namespace Pana.Engine;

/// <summary>Waits until a moment; as a trigger it starts the workflow then.</summary>
[Activity("Elsa", "Scheduling", "Trigger execution at a specific time in the future.", DisplayName = "Start at", Kind = ActivityKind.Trigger)]
public sealed class StartAt : Activity
{
    /// <summary>The moment.</summary>
    [Input(Description = "The date and time to start at.", IsRequired = true)]
    public Input<DateTimeOffset>? DateTime { get; set; }

    /// <inheritdoc/>
    protected internal override ValueTask ExecuteAsync(ActivityExecutionContext context) =>
        context.IsTriggerOfWorkflow ? context.CompleteActivityAsync() : Delay.WaitAsync(context, context.Get(DateTime));
}
