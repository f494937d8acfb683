namespace Pana.Engine;

/// <summary>What the activities that start other workflows have in common.</summary>
internal static class ChildWorkflow
{
    private const string ChildProperty = "child";

    public static StartWorkflow Request(ActivityExecutionContext context, string? definitionId, string? correlationId, IDictionary<string, object?>? input)
    {
        var parent = context.WorkflowExecutionContext;
        if (string.IsNullOrEmpty(definitionId))
        {
            throw new InvalidOperationException($"{context.Activity.Type} '{context.Activity.Id}' names no workflow definition. Choose one in the designer.");
        }

        var values = new Dictionary<string, object?>(input is { Count: > 0 } ? input : parent.Input)
        {
            ["ParentInstanceId"] = parent.Id,
        };
        return new StartWorkflow(definitionId)
        {
            InstanceId = parent.Burst.NewId(),
            CorrelationId = string.IsNullOrEmpty(correlationId) ? parent.CorrelationId : correlationId,
            Name = parent.Name,
            Input = values,
        };
    }

    public static void Wait(ActivityExecutionContext context, string childId, ExecuteActivityDelegate callback, out string bookmarkId)
    {
        context.SetProperty(ChildProperty, childId);
        bookmarkId = context.CreateBookmark(new CreateBookmarkArgs { Stimulus = new { ChildInstanceId = childId }, Callback = callback }).Id;
    }

    public static async ValueTask CancelAsync(ActivityExecutionContext context)
    {
        if (context.GetProperty<string>(ChildProperty) is { } childId)
        {
            await context.WorkflowExecutionContext.Burst.CancelAsync(childId).ConfigureAwait(false);
        }
    }
}
