namespace Pana.Engine;

/// <summary>
/// Runs another workflow inside the same burst. When it has to wait for the child's end, it waits with a bookmark, and
/// the child's last burst wakes it.
/// </summary>
[Activity("Elsa", "Composition", "Create a new workflow instance of the specified workflow and execute it.", Kind = ActivityKind.Task)]
public sealed class ExecuteWorkflow : Activity
{
    /// <summary>The definition to execute.</summary>
    [Input(Description = "The definition ID of the workflow to execute.", DisplayName = "Workflow Definition", UIHint = "workflow-definition-picker", IsRequired = true)]
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

    /// <summary>How the child ended.</summary>
    [Output]
    public Output<ExecuteWorkflowResult>? Result { get; set; }

    /// <inheritdoc/>
    protected internal override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var request = ChildWorkflow.Request(context, context.Get(WorkflowDefinitionId), context.Get(CorrelationId), context.Get(Input));
        var child = await context.WorkflowExecutionContext.Burst.StartAsync(request, context.WorkflowExecutionContext.Id).ConfigureAwait(false);
        context.JournalData["workflowInstanceId"] = child.Id;
        if (child.Status == WorkflowStatus.Finished || !context.Get(WaitForCompletion))
        {
            await EndAsync(context, ExecuteWorkflowResult.Of(child)).ConfigureAwait(false);
            return;
        }

        ChildWorkflow.Wait(context, child.Id, OnChildEndedAsync, out var bookmarkId);
        child.ParentBookmarkId = bookmarkId;
    }

    /// <inheritdoc/>
    protected internal override ValueTask CancelAsync(ActivityExecutionContext context) => ChildWorkflow.CancelAsync(context);

    private ValueTask OnChildEndedAsync(ActivityExecutionContext context) => EndAsync(context, ExecuteWorkflowResult.FromInput(context.ResumeInput));

    private ValueTask EndAsync(ActivityExecutionContext context, ExecuteWorkflowResult result)
    {
        context.Set(Result, result);
        return context.CompleteActivityAsync(result.ToOutcomes());
    }
}
