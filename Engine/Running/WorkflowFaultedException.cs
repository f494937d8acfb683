namespace Pana.Engine;

/// <summary>A burst failed and was rolled back whole; the incident keeps its stimulus for a retry.</summary>
public sealed class WorkflowFaultedException : InvalidOperationException
{
    /// <summary>Creates the exception for an incident that was recorded.</summary>
    public WorkflowFaultedException(Incident incident, Exception inner) : base(
        $"Activity '{incident.ActivityId ?? "?"}' ({incident.ActivityType ?? "?"}) of instance '{incident.InstanceId ?? "?"}' failed: {incident.Message} Nothing was changed. Mend the cause, then retry incident '{incident.Id}'.",
        inner) => Incident = incident;

    /// <summary>What failed, and where.</summary>
    public Incident Incident { get; }

    /// <summary>The id to give to <see cref="WorkflowRuntime.RetryAsync"/>.</summary>
    public string IncidentId => Incident.Id;
}
