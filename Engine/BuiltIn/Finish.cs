namespace Pana.Engine;

/// <summary>Ends the instance at once, whatever else waits.</summary>
[Activity("Elsa", "Primitives", "Mark the workflow as finished.")]
public sealed class Finish : Activity
{
    internal override bool IsTerminal => true;

    /// <inheritdoc/>
    protected internal override ValueTask ExecuteAsync(ActivityExecutionContext context) =>
        context.WorkflowExecutionContext.CompleteAncestorAsync(context, context.WorkflowExecutionContext.Root!, null);
}
