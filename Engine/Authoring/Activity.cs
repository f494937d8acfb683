using System.Text.Json.Nodes;

namespace Pana.Engine;

/// <summary>
/// One step of a definition. The object is shared by every instance of that definition version, so it holds
/// configuration only; what belongs to one execution lives in <see cref="ActivityExecutionContext"/>.
/// </summary>
public abstract class Activity
{
    /// <summary>The identifier inside its container, as the designer wrote it.</summary>
    public string Id { get; set; } = "";

    /// <summary>The path of identifiers from the implicit workflow node, joined by colons; unique in the definition.</summary>
    public string NodeId { get; set; } = "";

    /// <summary>The type name of the catalogue, for example <c>Elsa.Event</c>.</summary>
    public string Type { get; set; } = "";

    /// <summary>The version of the activity type, 1 unless the definition says otherwise.</summary>
    public int Version { get; set; } = 1;

    /// <summary>The designer's name of the step, unique in its container.</summary>
    public string? Name { get; set; }

    /// <summary>Settings of the step that are not inputs: start trigger, merge mode and the like.</summary>
    public JsonObject CustomProperties { get; set; } = [];

    /// <summary>Position, size and display text in the designer.</summary>
    public JsonObject Metadata { get; set; } = [];

    /// <summary>Whether this step may start the workflow (<c>customProperties.canStartWorkflow</c>).</summary>
    public bool CanStartWorkflow =>
        CustomProperties["canStartWorkflow"] is JsonValue value && value.TryGetValue(out bool can) && can;

    /// <summary>Bound by the compiler; gives the container, the inputs and the place in the definition.</summary>
    internal ActivityNode Node { get; set; } = null!;

    /// <summary>Runs the step. It must complete, schedule a child or create a bookmark; otherwise it stays running.</summary>
    protected internal virtual ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        Execute(context);
        return default;
    }

    /// <summary>The synchronous form of <see cref="ExecuteAsync"/>, for steps that await nothing.</summary>
    protected virtual void Execute(ActivityExecutionContext context)
    {
    }

    /// <summary>Called when the waiting step is cancelled: by a join, an end, a break or the cancelled instance.</summary>
    protected internal virtual ValueTask CancelAsync(ActivityExecutionContext context) => default;

    /// <summary>
    /// Called on the owner when a child that was scheduled without its own callback completes.
    /// By default the owner completes once it has no child left.
    /// </summary>
    protected internal virtual ValueTask OnChildCompletedAsync(ActivityCompletedContext context) =>
        context.TargetContext.HasActiveChildren ? default : context.TargetContext.CompleteActivityAsync();

    /// <summary>Reads members of the JSON that are neither inputs nor outputs nor slots.</summary>
    internal virtual void BindMore(JsonObject json, Func<JsonObject, Activity> compileChild)
    {
    }

    /// <summary>Whether completing this step completes the flowchart around it at once.</summary>
    internal virtual bool IsTerminal => false;

    /// <summary>Whether the step completes by itself when <see cref="ExecuteAsync"/> returns without a bookmark or child.</summary>
    internal virtual bool CompletesByItself => false;
}
