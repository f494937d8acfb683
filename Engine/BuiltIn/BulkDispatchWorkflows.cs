namespace Pana.Engine;

/// <summary>Starts one workflow for each item, and runs a body for each that ends.</summary>
[Activity("Elsa", "Composition", "Create new workflow instances for each item in the data source and dispatch them for execution.", DisplayName = "Bulk Dispatch Workflows", Kind = ActivityKind.Task)]
[FlowNode("Completed", "Canceled", "Done")]
public sealed class BulkDispatchWorkflows : Activity
{
    private const string ChildrenProperty = "children";
    private const string OpenProperty = "open";

    /// <summary>The definition to start.</summary>
    [Input(Description = "The definition ID of the workflows to dispatch.", DisplayName = "Workflow Definition", UIHint = "workflow-definition-picker", IsRequired = true)]
    public Input<string>? WorkflowDefinitionId { get; set; }

    /// <summary>One workflow is started for each of these.</summary>
    [Input(Description = "The data source to use for dispatching the workflows.", UIHint = "singleline")]
    public Input<object>? Items { get; set; }

    /// <summary>The name under which a child finds its item.</summary>
    [Input(Description = "The default key to use for the item input.", DefaultValue = "Item")]
    public Input<string> DefaultItemInputKey { get; set; } = new("Item");

    /// <summary>Gives each child's correlation id; sees the item as <c>Item</c>.</summary>
    [Input(Description = "A function to compute the correlation ID of a dispatched workflow.", DisplayName = "Correlation ID Function", AutoEvaluate = false)]
    public Input<string>? CorrelationIdFunction { get; set; }

    /// <summary>Further input of every child.</summary>
    [Input(Description = "Additional input to send to the workflows being dispatched.")]
    public Input<IDictionary<string, object?>>? Input { get; set; }

    /// <summary>Whether to wait until all have ended.</summary>
    [Input(Description = "Wait for the dispatched workflows to complete before completing this activity.", DisplayName = "Wait for Completion", DefaultValue = true)]
    public Input<bool> WaitForCompletion { get; set; } = new(true);

    /// <summary>Kept for definitions that have it; there is one trace per burst here.</summary>
    [Input(Description = "Start a new trace.", Category = "Open Telemetry")]
    public Input<bool>? StartNewTrace { get; set; }

    /// <summary>Kept for definitions that have it; there is one channel here.</summary>
    [Input(Description = "The channel to dispatch the workflow to.", DisplayName = "Channel", UIHint = "dropdown")]
    public Input<string>? ChannelName { get; set; }

    /// <summary>Runs for each child that ended well.</summary>
    [Port]
    public Activity? ChildCompleted { get; set; }

    /// <summary>Runs for each child that faulted.</summary>
    [Port]
    public Activity? ChildFaulted { get; set; }

    /// <inheritdoc/>
    protected internal override ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var parent = context.WorkflowExecutionContext;
        var wait = context.Get(WaitForCompletion);
        var children = new List<string>();
        foreach (var item in ValueTypes.Convert<List<object?>>(context.Get(Items)) ?? [])
        {
            var request = RequestFor(context, item);
            children.Add(request.InstanceId!);
            var bookmarkId = wait ? context.CreateBookmark(new CreateBookmarkArgs { Stimulus = new { ChildInstanceId = request.InstanceId }, Callback = OnChildEndedAsync }).Id : null;
            parent.Burst.Later(() => parent.Burst.StartAsync(request, parent.Id, bookmarkId));
        }

        context.JournalData["count"] = children.Count;
        context.SetProperty(ChildrenProperty, children);
        context.SetProperty(OpenProperty, children.Count);
        return wait && children.Count > 0 ? default : context.CompleteActivityAsync();
    }

    /// <inheritdoc/>
    protected internal override async ValueTask CancelAsync(ActivityExecutionContext context)
    {
        foreach (var child in context.GetProperty<List<string>>(ChildrenProperty) ?? [])
        {
            await context.WorkflowExecutionContext.Burst.CancelAsync(child).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    protected internal override ValueTask OnChildCompletedAsync(ActivityCompletedContext context) => CompleteIfAllEndedAsync(context.TargetContext);

    private StartWorkflow RequestFor(ActivityExecutionContext context, object? item)
    {
        var key = context.Get(DefaultItemInputKey) is { Length: > 0 } given ? given : "Item";
        var input = new Dictionary<string, object?>(context.Get(Input) ?? new Dictionary<string, object?>()) { [key] = item };
        var correlation = CorrelationIdFunction?.Expression is { } function
            ? ValueTypes.Convert<string>(context.Expressions.EvaluateWith(new Dictionary<string, object?> { ["Item"] = item }, function))
            : null;
        return ChildWorkflow.Request(context, context.Get(WorkflowDefinitionId), correlation, input);
    }

    private ValueTask OnChildEndedAsync(ActivityExecutionContext context)
    {
        var result = ExecuteWorkflowResult.FromInput(context.ResumeInput);
        context.SetProperty(OpenProperty, context.GetProperty<int>(OpenProperty) - 1);
        if ((result.SubStatus == nameof(WorkflowSubStatus.Faulted) ? ChildFaulted : ChildCompleted) is not { } body)
        {
            return CompleteIfAllEndedAsync(context);
        }

        context.Schedule(body, variables: new Dictionary<string, object?> { ["ChildInstanceId"] = result.WorkflowInstanceId });
        return default;
    }

    private static ValueTask CompleteIfAllEndedAsync(ActivityExecutionContext context) =>
        context.GetProperty<int>(OpenProperty) == 0 && !context.HasActiveChildren
            ? context.CompleteActivityWithOutcomesAsync("Completed", "Done")
            : default;
}
