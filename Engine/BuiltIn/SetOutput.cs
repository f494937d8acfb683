namespace Pana.Engine;

/// <summary>Gives an output of the workflow.</summary>
[Activity("Elsa", "Composition", "Sets an output of the workflow.")]
public sealed class SetOutput : CodeActivity
{
    /// <summary>The name of the output.</summary>
    [Input(Description = "The output to assign.", DisplayName = "Output", UIHint = "output-picker", IsRequired = true)]
    public Input<string>? OutputName { get; set; }

    /// <summary>Its value.</summary>
    [Input(Description = "The value to assign.")]
    public Input<object>? OutputValue { get; set; }

    /// <inheritdoc/>
    protected override void Execute(ActivityExecutionContext context)
    {
        var name = context.Get(OutputName) is { Length: > 0 } given
            ? given
            : throw new InvalidOperationException($"SetOutput '{Id}' names no output. Choose one in the designer.");
        context.WorkflowExecutionContext.Output[name] = PlainData.From(context.Get(OutputValue));
    }
}
