namespace Pana.Engine;

/// <summary>Leaves the nearest loop around it.</summary>
[Activity("Elsa", "Looping", "Break out of a loop.")]
public sealed class Break : Activity
{
    internal override bool IsTerminal => true;

    /// <inheritdoc/>
    protected internal override ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        for (var owner = context.Parent; owner is not null; owner = owner.Parent)
        {
            if (owner.Activity is Loop)
            {
                return context.WorkflowExecutionContext.CompleteAncestorAsync(context, owner, null);
            }
        }

        throw new InvalidOperationException($"Break '{Id}' is not inside a loop. Put it into the body of a While, For, ForEach or ParallelForEach.");
    }
}
