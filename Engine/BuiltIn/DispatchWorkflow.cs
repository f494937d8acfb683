namespace Pana.Engine;

/// <summary>Starts another workflow once this instance waits or has ended; in the same burst, so neither is half done.</summary>
[Activity("Elsa", "Composition", "Create a new workflow instance of the specified workflow and dispatch it for execution.")]
public sealed class DispatchWorkflow : Activity
{
    /// <summary>The definition to start.</summary>
    [Input(Description = "The definition ID of the workflow to dispatch.", DisplayName = "Workflow Definition", UIHint = "workflow-definition-picker", IsRequired = true)]
    public Input<string>? WorkflowDefinitionId { get; set; }

    /// <summary>The correlation id of the child; this instance's own by default.</summary>
    [Input(Description = "The correlation ID to associate the workflow with.", DisplayName = "Correlation ID")]
    public Input<string>? CorrelationId { get; set; }

    /// <summary>The input of the child; this instance's own when empty.</summary>
    [Input(Description = "The input to send to the workflow.")]
    public Input<IDictionary<string, object?>>? Input { get; set; }

    /// <summary>Whether to wait for the child's end.</summary>
    [Input(Description = "Wait for the child workflow to complete before completing this activity.", DisplayName = "Wait for Completion")]
    public Input<bool>? WaitForCompletion { get; set; }

    /// <summary>Kept for definitions that have it; there is one trace per burst here.</summary>
    [Input(Description = "Start a new trace.", Category = "Open Telemetry")]
    public Input<bool>? StartNewTrace { get; set; }

    /// <summary>Kept for definitions that have it; there is one channel here.</summary>
    [Input(Description = "The channel to dispatch the workflow to.", DisplayName = "Channel", UIHint = "dropdown")]
    public Input<string>? ChannelName { get; set; }

    /// <summary>The child's instance id, or its output when its end was awaited.</summary>
    [Output]
    public Output<object>? Result { get; set; }

    /// <inheritdoc/>
    protected internal override ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var request = ChildWorkflow.Request(context, context.Get(WorkflowDefinitionId), context.Get(CorrelationId), context.Get(Input));
        var parent = context.WorkflowExecutionContext;
        context.JournalData["workflowInstanceId"] = request.InstanceId;
        if (!context.Get(WaitForCompletion))
        {
            parent.Burst.Later(() => parent.Burst.StartAsync(request, parent.Id));
            context.Set(Result, request.InstanceId);
            return context.CompleteActivityAsync();
        }

        ChildWorkflow.Wait(context, request.InstanceId!, OnChildEndedAsync, out var bookmarkId);
        parent.Burst.Later(() => parent.Burst.StartAsync(request, parent.Id, bookmarkId));
        return default;
    }

    /// <inheritdoc/>
    protected internal override ValueTask CancelAsync(ActivityExecutionContext context) => ChildWorkflow.CancelAsync(context);

    private ValueTask OnChildEndedAsync(ActivityExecutionContext context)
    {
        var result = ExecuteWorkflowResult.FromInput(context.ResumeInput);
        context.Set(Result, result.Output);
        return context.CompleteActivityAsync(result.ToOutcomes());
    }
}
