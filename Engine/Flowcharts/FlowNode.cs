namespace Pana.Engine;

/// <summary>A slot for one activity; completes when that has completed.</summary>
[Activity("Elsa", "Flow", "A simple container that executes the specified activity.", DisplayName = "Container")]
public sealed class FlowNode : Activity
{
    /// <summary>The activity inside.</summary>
    [Port]
    public Activity? Body { get; set; }

    /// <inheritdoc/>
    protected internal override ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        if (Body is null)
        {
            return context.CompleteActivityAsync();
        }

        context.Schedule(Body);
        return default;
    }
}
