using Microsoft.EntityFrameworkCore;

namespace Pana.Engine;

internal sealed class SqlDefinitionRows(WorkflowDb db) : IDefinitionRows
{
    public Task<DefinitionRow?> FindVersionAsync(string versionId, CancellationToken ct) =>
        db.WorkflowDefinitions.FirstOrDefaultAsync(d => d.VersionId == versionId, ct);

    public async Task<IReadOnlyList<DefinitionRow>> FindVersionsAsync(string definitionId, CancellationToken ct) =>
        await db.WorkflowDefinitions.Where(d => d.DefinitionId == definitionId).OrderByDescending(d => d.Version).ToListAsync(ct).ConfigureAwait(false);

    public async Task<IReadOnlyList<DefinitionRow>> ListAsync(CancellationToken ct) =>
        await db.WorkflowDefinitions.AsNoTracking().Where(d => d.IsLatest || d.IsPublished).OrderBy(d => d.Name).ThenByDescending(d => d.Version).ToListAsync(ct).ConfigureAwait(false);

    public async Task<IReadOnlyList<DefinitionRow>> FindMentioningAsync(string json, CancellationToken ct) =>
        await db.WorkflowDefinitions.AsNoTracking().Where(d => d.Json.Contains(json)).OrderBy(d => d.Name).ThenByDescending(d => d.Version).ToListAsync(ct).ConfigureAwait(false);

    public async Task SaveAsync(IReadOnlyCollection<DefinitionRow> rows, CancellationToken ct)
    {
        foreach (var row in rows)
        {
            if (db.Entry(row).State == EntityState.Detached)
            {
                db.WorkflowDefinitions.Add(row);
            }
        }

        await db.SaveChangesAsync(ct).ConfigureAwait(false);
    }

    public async Task DeleteAsync(IReadOnlyCollection<DefinitionRow> rows, CancellationToken ct)
    {
        db.WorkflowDefinitions.RemoveRange(rows);
        await db.SaveChangesAsync(ct).ConfigureAwait(false);
    }

    public async Task ReplaceTimersAsync(string definitionId, IReadOnlyCollection<TimerRow> timers, CancellationToken ct)
    {
        db.Timers.RemoveRange(await db.Timers.Where(t => t.DefinitionId == definitionId).ToListAsync(ct).ConfigureAwait(false));
        db.Timers.AddRange(timers);
        await db.SaveChangesAsync(ct).ConfigureAwait(false);
    }

    public Task<bool> IsRunningAsync(IReadOnlyCollection<string> versionIds, CancellationToken ct) =>
        db.WorkflowInstances.AnyAsync(i => i.FinishedAt == null && versionIds.Contains(i.DefinitionVersionId), ct);
}
