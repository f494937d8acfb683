using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Pana.Engine;

namespace Pana.Designer;

/// <summary>
/// The definitions that are offered as steps, with every version, because a step keeps the version it was drawn with and
/// the studio empties its canvas over one it does not know; only the published one is in the toolbox. A published version
/// never changes, so each is read once.
/// </summary>
internal sealed class UsableSteps
{
    private readonly ConcurrentDictionary<string, ActivityDescriptor?> _byVersion = new(StringComparer.Ordinal);

    public async Task<IReadOnlyList<ActivityDescriptor>> AllAsync(WorkflowDb db, CancellationToken ct)
    {
        var versions = await db.WorkflowDefinitions.AsNoTracking().Where(d => d.PublishedAt != null)
            .OrderBy(d => d.DefinitionId).ThenByDescending(d => d.Version).Select(d => new { d.VersionId, d.DefinitionId, d.IsPublished }).ToListAsync(ct);
        await ReadAsync([.. versions.Select(v => v.VersionId).Where(id => !_byVersion.ContainsKey(id))], db, ct);
        var usable = versions.Where(v => _byVersion[v.VersionId] is not null).ToList();
        if (usable.Count == 0)
        {
            return [];
        }

        // Two of one type and version would crash the studio.
        var others = await OthersAsync([.. usable.Select(v => v.DefinitionId).Distinct()], [.. usable.Select(v => v.VersionId)], db, ct);
        return [.. usable.Select(v => _byVersion[v.VersionId]! with { IsBrowsable = v.IsPublished }).Concat(others).DistinctBy(d => (d.TypeName, d.Version))];
    }

    private async Task ReadAsync(List<string> unread, WorkflowDb db, CancellationToken ct)
    {
        if (unread.Count == 0)
        {
            return;
        }

        var marked = await db.WorkflowDefinitions.AsNoTracking().Where(d => unread.Contains(d.VersionId) && d.Json.Contains(UsableDefinition.MarkInJson)).ToListAsync(ct);
        var read = marked.Select(DefinitionStore.Read).Where(UsableDefinition.IsMarked).ToDictionary(d => d.Id, UsableDefinition.Describe);
        foreach (var id in unread)
        {
            _byVersion[id] = read.GetValueOrDefault(id);
        }
    }

    /// <summary>Their drafts, and versions that are not marked: the studio lets one choose these too, and publishing refuses them by name.</summary>
    private static async Task<IEnumerable<ActivityDescriptor>> OthersAsync(List<string> definitionIds, List<string> known, WorkflowDb db, CancellationToken ct)
    {
        var rows = await db.WorkflowDefinitions.AsNoTracking().Where(d => definitionIds.Contains(d.DefinitionId) && !known.Contains(d.VersionId)).ToListAsync(ct);
        return rows.Select(row => UsableDefinition.Describe(DefinitionStore.Read(row)) with { IsBrowsable = false });
    }
}
