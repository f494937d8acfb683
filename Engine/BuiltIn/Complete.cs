namespace Pana.Engine;

/// <summary>Completes the workflow around it with outcomes of its own.</summary>
[Activity("Elsa", "Composition", "Signals the current composite activity to complete itself as a whole.")]
public sealed class Complete : Activity
{
    internal override bool IsTerminal => true;

    /// <summary>The outcomes, one or several.</summary>
    [Input(Description = "The outcome or set of outcomes to complete this activity with.", UIHint = "outcome-picker", DefaultSyntax = "Object")]
    public Input<object>? Outcomes { get; set; }

    /// <inheritdoc/>
    protected internal override ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var names = ValueTypes.Convert<List<string>>(context.Get(Outcomes)) ?? [];
        var outcomes = names.Count == 0 ? Engine.Outcomes.Default : new Outcomes([.. names]);
        return context.WorkflowExecutionContext.CompleteAncestorAsync(context, context.WorkflowExecutionContext.Root!, outcomes);
    }
}
