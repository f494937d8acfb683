namespace Pana.Cases;

/// <summary>The task is still open but was claimed or released since the page was drawn; sending it again is enough.</summary>
public sealed class TaskChangedException(Guid taskId, int revision)
    : InvalidOperationException($"Task {taskId} has changed since the page was drawn; it is at revision {revision} now. Check it and send it again.")
{
    /// <summary>The task.</summary>
    public Guid TaskId { get; } = taskId;

    /// <summary>The revision to send now.</summary>
    public int Revision { get; } = revision;
}
