namespace Pana.Engine;

/// <summary>Lets any step wait for an event the way <c>Elsa.Event</c> does.</summary>
public static class EventWaiting
{
    /// <summary>Waits until an event of the name is published to this instance's correlation; without a callback the step then completes with <c>Done</c>.</summary>
    public static Bookmark WaitForEvent(this ActivityExecutionContext context, string eventName, ExecuteActivityDelegate? callback = null)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (string.IsNullOrEmpty(eventName))
        {
            throw new InvalidOperationException($"Step '{context.Activity.Id}' names no event to wait for. Give it an event name.");
        }

        return context.CreateBookmark(new CreateBookmarkArgs
        {
            Name = Event.BookmarkName,
            Stimulus = Event.StimulusOf(eventName),
            Payload = new System.Text.Json.Nodes.JsonObject { ["eventName"] = eventName },
            Callback = callback,
        });
    }
}
