namespace Pana.Engine;

/// <summary>Sets the correlation id of the instance.</summary>
[Activity("Elsa", "Primitives", "Set the CorrelationId of the workflow to a given value.")]
public sealed class Correlate : CodeActivity
{
    /// <summary>The correlation id.</summary>
    [Input(Description = "An expression that evaluates to the value to store as the correlation id.")]
    public Input<string>? CorrelationId { get; set; }

    /// <inheritdoc/>
    protected override void Execute(ActivityExecutionContext context) => context.WorkflowExecutionContext.CorrelationId = context.Get(CorrelationId);
}
