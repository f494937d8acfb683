namespace Pana.Cases;

/// <summary>What became of a user task.</summary>
public enum UserTaskState
{
    /// <summary>Waits for somebody.</summary>
    Open,

    /// <summary>Done; exactly one person did it.</summary>
    Completed,

    /// <summary>No longer needed: the procedure took another way.</summary>
    Withdrawn,
}
