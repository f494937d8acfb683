namespace Pana.Engine;

/// <summary>Publishes an event: whoever waits for it is woken in this burst, once this instance waits or has ended.</summary>
[Activity("Elsa", "Primitives", "Publishes an event.", Type = "PublishEvent")]
public sealed class PublishEventActivity : CodeActivity
{
    /// <summary>The name of the event.</summary>
    [Input(Description = "The name of the event to publish.", IsRequired = true)]
    public Input<string>? EventName { get; set; }

    /// <summary>When given, only instances with this correlation id hear it.</summary>
    [Input(Description = "The correlation ID to scope the event to.", DisplayName = "Correlation Id")]
    public Input<string>? CorrelationId { get; set; }

    /// <summary>Whether only this instance hears it.</summary>
    [Input(Description = "Whether the event is local to the workflow instance.", DisplayName = "Local event")]
    public Input<bool>? IsLocalEvent { get; set; }

    /// <summary>What the event brings: codes and ids only.</summary>
    [Input(Description = "The payload of the event.")]
    public Input<object>? Payload { get; set; }

    /// <inheritdoc/>
    protected override void Execute(ActivityExecutionContext context)
    {
        var name = context.Get(EventName) is { Length: > 0 } given
            ? given
            : throw new InvalidOperationException($"PublishEvent '{Id}' names no event. Give it an event name.");
        var instance = context.WorkflowExecutionContext;
        var request = new PublishEvent(name)
        {
            CorrelationId = context.Get(CorrelationId) is { Length: > 0 } correlation ? correlation : null,
            InstanceId = context.Get(IsLocalEvent) ? instance.Id : null,
            Payload = context.Get(Payload),
        };
        instance.Burst.Later(() => instance.Burst.PublishAsync(request));
    }
}
