namespace Pana.Engine;

/// <summary>One row of <c>incidents</c>; the stimulus is JSON from which the burst can be run again, null for a modelled fault.</summary>
internal sealed record StoredIncident(
    string Id,
    string? InstanceId,
    string? DefinitionId,
    string? DefinitionVersionId,
    string? CorrelationId,
    string? ActivityId,
    string? NodeId,
    string? ActivityType,
    string Message,
    string? ExceptionType,
    string? Stimulus,
    DateTimeOffset At,
    DateTimeOffset? ResolvedAt);
