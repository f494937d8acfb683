namespace Pana.Cases;

/// <summary>Somebody else was first. What the loser typed is for the page to keep.</summary>
public sealed class TaskAlreadyCompletedException(Guid taskId, UserTaskState state, string? by, DateTimeOffset? at)
    : InvalidOperationException(
        $"Task {taskId} is no longer open: it was {(state == UserTaskState.Withdrawn ? "withdrawn" : "completed")}"
        + $" by {by ?? "the procedure"} at {at:O}. Reload the task to see the outcome.")
{
    /// <summary>The task.</summary>
    public Guid TaskId { get; } = taskId;

    /// <summary>Completed or withdrawn.</summary>
    public UserTaskState State { get; } = state;

    /// <summary>Who was first; null when the procedure withdrew the task.</summary>
    public string? By { get; } = by;

    /// <summary>When.</summary>
    public DateTimeOffset? At { get; } = at;
}
