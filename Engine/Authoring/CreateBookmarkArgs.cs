using System.Text.Json.Nodes;

namespace Pana.Engine;

/// <summary>What a step waits for.</summary>
public sealed class CreateBookmarkArgs
{
    /// <summary>The kind of wait; the activity's type name by default.</summary>
    public string? Name { get; set; }

    /// <summary>What the awaited stimulus looks like; equal objects have equal hashes.</summary>
    public object? Stimulus { get; set; }

    /// <summary>Data kept with the wait: ids and codes only.</summary>
    public JsonNode? Payload { get; set; }

    /// <summary>The method of the activity that takes over; null completes the step with <c>Done</c>.</summary>
    public ExecuteActivityDelegate? Callback { get; set; }

    /// <summary>When set, the wait is a timer that fires at this moment.</summary>
    public DateTimeOffset? DueAt { get; set; }
}
