namespace Pana.Engine;

/// <summary>The state of one activity execution.</summary>
public enum ActivityStatus
{
    /// <summary>It runs, waits, or has children that do.</summary>
    Running,

    /// <summary>It ended by an outcome.</summary>
    Completed,

    /// <summary>It was cancelled.</summary>
    Canceled,

    /// <summary>It ended by a modelled fault.</summary>
    Faulted,
}
