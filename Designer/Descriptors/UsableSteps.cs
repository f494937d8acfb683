using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Pana.Engine;

namespace Pana.Designer;

/// <summary>
/// The definitions that are offered as steps. Every version that was ever published stays known, because a step keeps the
/// version it was drawn with; only the published one is in the toolbox. A version never changes, so each is read once.
/// </summary>
internal sealed class UsableSteps
{
    private readonly ConcurrentDictionary<string, ActivityDescriptor?> _byVersion = new(StringComparer.Ordinal);

    public async Task<IReadOnlyList<ActivityDescriptor>> AllAsync(WorkflowDb db, CancellationToken ct)
    {
        var versions = await db.WorkflowDefinitions.AsNoTracking().Where(d => d.PublishedAt != null)
            .OrderBy(d => d.DefinitionId).ThenByDescending(d => d.Version).Select(d => new { d.VersionId, d.IsPublished }).ToListAsync(ct);
        var unread = versions.Select(v => v.VersionId).Where(id => !_byVersion.ContainsKey(id)).ToList();
        if (unread.Count > 0)
        {
            var marked = await db.WorkflowDefinitions.AsNoTracking().Where(d => unread.Contains(d.VersionId) && d.Json.Contains(UsableDefinition.MarkInJson)).ToListAsync(ct);
            var read = marked.Select(DefinitionStore.Read).Where(UsableDefinition.IsMarked).ToDictionary(d => d.Id, UsableDefinition.Describe);
            foreach (var id in unread)
            {
                _byVersion[id] = read.GetValueOrDefault(id);
            }
        }

        // Two of one type and version would crash the studio.
        return [.. versions.Where(v => _byVersion[v.VersionId] is not null).Select(v => _byVersion[v.VersionId]! with { IsBrowsable = v.IsPublished }).DistinctBy(d => (d.TypeName, d.Version))];
    }
}
