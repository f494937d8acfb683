namespace Pana.Engine;

/// <summary>Runs activities one after another.</summary>
[Activity("Elsa", "Workflows", "Execute a set of activities in sequence.", IsBrowsable = false)]
public sealed class Sequence : Activity
{
    private const string NextProperty = "next";

    /// <summary>The activities in order.</summary>
    public IReadOnlyList<Activity> Activities { get; set; } = [];

    /// <inheritdoc/>
    protected internal override ValueTask ExecuteAsync(ActivityExecutionContext context) => RunNextAsync(context);

    /// <inheritdoc/>
    protected internal override ValueTask OnChildCompletedAsync(ActivityCompletedContext context) =>
        context.ChildContext.Activity.IsTerminal ? context.TargetContext.CompleteActivityAsync() : RunNextAsync(context.TargetContext);

    private ValueTask RunNextAsync(ActivityExecutionContext context)
    {
        var next = context.GetProperty<int>(NextProperty);
        if (next >= Activities.Count)
        {
            return context.CompleteActivityAsync();
        }

        context.SetProperty(NextProperty, next + 1);
        context.Schedule(Activities[next]);
        return default;
    }
}
