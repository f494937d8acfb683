using System.Text.Json.Nodes;

namespace Pana.Engine;

/// <summary>
/// The version of another definition that a step runs, as Elsa Studio writes it onto the step. The version's id counts;
/// where it is unknown, as in a file from another installation, the definition's id and the number of the version do.
/// </summary>
internal sealed record UsedDefinition(string VersionId, string DefinitionId, int Version)
{
    public const string DefinitionIdMember = "workflowDefinitionId";
    public const string VersionIdMember = "workflowDefinitionVersionId";

    /// <summary>What the step runs; null when it says nothing of a definition. To be asked of types that the catalogue does not have.</summary>
    public static UsedDefinition? Read(JsonObject step)
    {
        var (versionId, definitionId) = (WorkflowDefinition.Text(step[VersionIdMember]), WorkflowDefinition.Text(step[DefinitionIdMember]));
        return string.IsNullOrEmpty(versionId) && string.IsNullOrEmpty(definitionId)
            ? null
            : new UsedDefinition(versionId ?? "", definitionId ?? "", WorkflowDefinition.Number(step["version"]) ?? 1);
    }

    /// <summary>Finds it among the versions that were published; null when it is not there.</summary>
    public async Task<DefinitionRow?> FindAsync(IDefinitionRows rows, CancellationToken ct)
    {
        if (VersionId.Length > 0 && await rows.FindVersionAsync(VersionId, ct).ConfigureAwait(false) is { PublishedAt: not null } known)
        {
            return known;
        }

        return DefinitionId.Length == 0
            ? null
            : (await rows.FindVersionsAsync(DefinitionId, ct).ConfigureAwait(false)).FirstOrDefault(v => v.Version == Version && v.PublishedAt is not null);
    }
}
