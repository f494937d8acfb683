namespace Pana.Engine;

internal sealed partial class Burst
{
    public int StepLimit => shared.Options.MaxActivitiesPerBurst;

    public void Log(JournalEntry entry) => _changes.Journal.Add(entry);

    public void AddIncident(Incident incident, WorkflowExecutionContext instance) => _changes.Incidents.Add(new StoredIncident(
        incident.Id,
        instance.Id,
        instance.DefinitionId,
        instance.DefinitionVersionId,
        instance.CorrelationId,
        incident.ActivityId,
        incident.NodeId,
        incident.ActivityType,
        incident.Message,
        incident.ExceptionType,
        null,
        incident.At,
        null));
}
