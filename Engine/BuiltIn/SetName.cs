namespace Pana.Engine;

/// <summary>Sets the name of the instance: a case code, never a person's name.</summary>
[Activity("Elsa", "Primitives", "Set the name of the workflow instance to a specified value.")]
public sealed class SetName : CodeActivity
{
    /// <summary>The name.</summary>
    [Input(Description = "The value to set as the workflow instance's name.")]
    public Input<string>? Value { get; set; }

    /// <inheritdoc/>
    protected override void Execute(ActivityExecutionContext context) => context.WorkflowExecutionContext.Name = context.Get(Value);
}
