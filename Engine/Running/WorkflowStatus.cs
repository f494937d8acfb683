namespace Pana.Engine;

/// <summary>Whether an instance may still run.</summary>
public enum WorkflowStatus
{
    /// <summary>It waits or runs.</summary>
    Running,

    /// <summary>It will never run again.</summary>
    Finished,
}
