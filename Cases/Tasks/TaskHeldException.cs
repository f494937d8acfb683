namespace Pana.Cases;

/// <summary>Another person has claimed the task and has not released it.</summary>
public sealed class TaskHeldException(Guid taskId, string? by, DateTimeOffset? since)
    : InvalidOperationException(
        $"Task {taskId} is held by {by ?? "somebody else"} since {since:O}. Ask them to release it, or let the head release it.")
{
    /// <summary>The task.</summary>
    public Guid TaskId { get; } = taskId;

    /// <summary>Who holds it.</summary>
    public string? By { get; } = by;

    /// <summary>Since when.</summary>
    public DateTimeOffset? Since { get; } = since;
}
