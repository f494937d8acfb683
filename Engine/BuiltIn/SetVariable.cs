using System.Text.Json.Nodes;

namespace Pana.Engine;

/// <summary>Sets a variable.</summary>
[Activity("Elsa", "Primitives", "Assign a value to a workflow variable.")]
public sealed class SetVariable : CodeActivity
{
    /// <summary>The variable.</summary>
    [Input(Description = "The variable to assign the value to.", UIHint = "variable-picker", IsRequired = true)]
    public Variable? Variable { get; set; }

    /// <summary>The value.</summary>
    [Input(Description = "The value to assign.")]
    public Input<object>? Value { get; set; }

    internal override void BindMore(JsonObject json, Func<JsonObject, Activity> compileChild) =>
        Variable = JsonSource.AsObject(json["variable"]) is { } variable ? WorkflowDefinition.ReadVariable(variable) : null;

    /// <inheritdoc/>
    protected override void Execute(ActivityExecutionContext context)
    {
        var variable = Variable ?? throw new InvalidOperationException($"SetVariable '{Id}' names no variable. Choose one in the designer.");
        context.SetVariable(variable.Id, context.Get(Value));
    }
}
