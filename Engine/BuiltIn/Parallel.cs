namespace Pana.Engine;

/// <summary>Runs activities side by side; completes when all have.</summary>
[Activity("Elsa", "Workflows", "Execute a set of activities in parallel.", IsBrowsable = false)]
public sealed class Parallel : Activity
{
    /// <summary>The activities.</summary>
    public IReadOnlyList<Activity> Activities { get; set; } = [];

    /// <inheritdoc/>
    protected internal override ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        foreach (var activity in Activities)
        {
            context.Schedule(activity);
        }

        return Activities.Count == 0 ? context.CompleteActivityAsync() : default;
    }
}
