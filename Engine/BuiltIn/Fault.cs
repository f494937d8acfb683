namespace Pana.Engine;

/// <summary>Ends the instance as faulted: a fault that was drawn on purpose, so it is committed.</summary>
[Activity("Elsa", "Primitives", "Faults the workflow.")]
public sealed class Fault : Activity
{
    /// <summary>A code for programs.</summary>
    [Input(Description = "Code to categorize the fault.")]
    public Input<string>? Code { get; set; }

    /// <summary>The category.</summary>
    [Input(Description = "Category to categorize the fault.")]
    public Input<string>? Category { get; set; }

    /// <summary>The type.</summary>
    [Input(Description = "The type of fault.", DisplayName = "Type")]
    public Input<string>? FaultType { get; set; }

    /// <summary>What is wrong, for people.</summary>
    [Input(Description = "The message to include with the fault.")]
    public Input<string>? Message { get; set; }

    /// <inheritdoc/>
    protected internal override ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var code = context.Get(Code);
        context.JournalData["code"] = code;
        context.JournalData["category"] = context.Get(Category);
        return context.WorkflowExecutionContext.FaultAsync(context, context.Get(Message) ?? code ?? "Fault", context.Get(FaultType));
    }
}
