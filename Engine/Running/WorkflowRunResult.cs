namespace Pana.Engine;

/// <summary>How an instance stands after a burst.</summary>
public sealed record WorkflowRunResult(string InstanceId, WorkflowStatus Status, WorkflowSubStatus SubStatus, IReadOnlyList<Incident> Incidents)
{
    /// <summary>What the instance gave so far, by output name.</summary>
    public IReadOnlyDictionary<string, object?> Output { get; init; } = EmptyInput.Instance;
}
