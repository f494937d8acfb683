namespace Pana.Engine;

/// <summary>The finer state of an instance.</summary>
public enum WorkflowSubStatus
{
    /// <summary>A burst is running it.</summary>
    Executing,

    /// <summary>It waits for at least one stimulus.</summary>
    Suspended,

    /// <summary>It reached its end.</summary>
    Finished,

    /// <summary>It was cancelled.</summary>
    Cancelled,

    /// <summary>It was ended by a modelled fault.</summary>
    Faulted,
}
