using System.Text.Json.Nodes;

namespace Pana.Designer;

/// <summary>An instance as lists show it.</summary>
internal sealed record InstanceFacts(
    string Id, string DefinitionId, string DefinitionVersionId, int Version, string Status, string SubStatus, string? CorrelationId, string? Name,
    DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, DateTimeOffset? FinishedAt)
{
    public JsonObject ToJson(int incidents) => Answer.Object(
        ("id", Id),
        ("definitionId", DefinitionId),
        ("definitionVersionId", DefinitionVersionId),
        ("version", Version),
        ("status", Status),
        ("subStatus", SubStatus),
        ("correlationId", CorrelationId),
        ("name", Name),
        ("incidentCount", incidents),
        ("createdAt", CreatedAt),
        ("updatedAt", UpdatedAt),
        ("finishedAt", FinishedAt));
}
