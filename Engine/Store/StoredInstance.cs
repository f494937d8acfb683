namespace Pana.Engine;

/// <summary>One row of <c>workflow_instances</c>; the state is compact JSON that only the engine reads.</summary>
internal sealed record StoredInstance(
    string Id,
    string DefinitionId,
    string DefinitionVersionId,
    int DefinitionVersion,
    string? CorrelationId,
    string? Name,
    string? ParentInstanceId,
    string Status,
    string SubStatus,
    string State,
    int Revision,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    DateTimeOffset? FinishedAt);
