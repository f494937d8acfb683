namespace Pana.Engine;

/// <summary>Runs branches side by side.</summary>
[Activity("Elsa", "Control Flow", "Branch execution into multiple branches.", IsBrowsable = false)]
public sealed class Fork : Activity
{
    /// <summary>When to go on.</summary>
    [Input(Description = "Controls when this activity yields control back to its parent.", UIHint = "dropdown")]
    public ForkJoinMode JoinMode { get; set; }

    /// <summary>The branches.</summary>
    [Port]
    public IReadOnlyList<Activity> Branches { get; set; } = [];

    /// <inheritdoc/>
    protected internal override ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        foreach (var branch in Branches)
        {
            context.Schedule(branch);
        }

        return Branches.Count == 0 ? context.CompleteActivityAsync() : default;
    }

    /// <inheritdoc/>
    protected internal override ValueTask OnChildCompletedAsync(ActivityCompletedContext context) =>
        JoinMode == ForkJoinMode.WaitAny || !context.TargetContext.HasActiveChildren ? context.TargetContext.CompleteActivityAsync() : default;
}
