namespace Pana.Engine;

/// <summary>The implicit node around a definition's root: it owns the workflow's variables and ends the instance.</summary>
[Activity("Elsa", "Workflows", "The workflow itself.", Type = "Workflow", DisplayName = "Workflow", IsBrowsable = false)]
internal sealed class WorkflowRoot : Activity
{
    /// <summary>The activity at the top.</summary>
    [Port(IsBrowsable = false)]
    public Activity? Root { get; set; }

    /// <summary>The result of the workflow.</summary>
    [Output]
    public Output<object>? Result { get; set; }

    protected internal override ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        if (Root is null)
        {
            return context.CompleteActivityAsync();
        }

        context.Schedule(Root);
        return default;
    }
}
