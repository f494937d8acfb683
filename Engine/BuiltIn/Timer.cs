namespace Pana.Engine;

/// <summary>Waits for an interval; as a trigger it starts the workflow every interval.</summary>
[Activity("Elsa", "Scheduling", "Trigger workflow execution at a specific interval.", Kind = ActivityKind.Trigger)]
public sealed class Timer : Activity
{
    /// <summary>The interval.</summary>
    [Input(Description = "The interval at which the timer should execute.", DefaultValue = "00:01:00")]
    public Input<TimeSpan> Interval { get; set; } = new(TimeSpan.FromMinutes(1));

    /// <inheritdoc/>
    protected internal override ValueTask ExecuteAsync(ActivityExecutionContext context) =>
        context.IsTriggerOfWorkflow ? context.CompleteActivityAsync() : Delay.WaitAsync(context, context.Now + context.Get(Interval));
}
