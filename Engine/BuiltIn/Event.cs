namespace Pana.Engine;

/// <summary>Waits for an event of a name; as a trigger it starts the workflow when one is published.</summary>
[Activity("Elsa", "Primitives", "Wait for an event to be published.", Kind = ActivityKind.Trigger)]
public sealed class Event : Activity, IEventTrigger
{
    internal const string BookmarkName = "Elsa.Event";
    private const string PayloadKey = "__EventPayloadWorkflowInput";

    /// <summary>The name of the event.</summary>
    [Input(Description = "The name of the event to listen for.", IsRequired = true)]
    public Input<string>? EventName { get; set; }

    /// <summary>What the event brought.</summary>
    [Output]
    public Output<object>? Result { get; set; }

    /// <inheritdoc/>
    IEnumerable<string> IEventTrigger.EventNames => EventName.Constant() is { } name ? [name] : [];

    /// <inheritdoc/>
    protected internal override ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        if (context.IsTriggerOfWorkflow)
        {
            context.Set(Result, PayloadOf(context.WorkflowInput));
            return context.CompleteActivityAsync();
        }

        var name = context.Get(EventName) is { Length: > 0 } given
            ? given
            : throw new InvalidOperationException($"Event '{Id}' names no event to wait for. Give it an event name.");
        context.CreateBookmark(new CreateBookmarkArgs
        {
            Name = BookmarkName,
            Stimulus = StimulusOf(name),
            Payload = new System.Text.Json.Nodes.JsonObject { ["eventName"] = name },
            Callback = ResumeAsync,
        });
        return default;
    }

    internal static object StimulusOf(string eventName) => new { EventName = eventName };

    internal static IReadOnlyDictionary<string, object?> InputOf(object? payload) => new Dictionary<string, object?> { [PayloadKey] = payload };

    internal static object? PayloadOf(IReadOnlyDictionary<string, object?> input) => input.GetValueOrDefault(PayloadKey);

    private ValueTask ResumeAsync(ActivityExecutionContext context)
    {
        context.Set(Result, PayloadOf(context.ResumeInput));
        return context.CompleteActivityAsync();
    }
}
