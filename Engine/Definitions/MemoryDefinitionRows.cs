namespace Pana.Engine;

internal sealed class MemoryDefinitionRows(MemoryData data) : IDefinitionRows
{
    public Task<DefinitionRow?> FindVersionAsync(string versionId, CancellationToken ct) =>
        Task.FromResult(data.Definitions.GetValueOrDefault(versionId));

    public Task<IReadOnlyList<DefinitionRow>> FindVersionsAsync(string definitionId, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<DefinitionRow>>([.. data.Definitions.Values.Where(d => d.DefinitionId == definitionId).OrderByDescending(d => d.Version)]);

    public Task<IReadOnlyList<DefinitionRow>> ListAsync(CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<DefinitionRow>>([.. data.Definitions.Values.Where(d => d.IsLatest || d.IsPublished).OrderBy(d => d.Name, StringComparer.Ordinal).ThenByDescending(d => d.Version)]);

    public Task<IReadOnlyList<DefinitionRow>> FindMentioningAsync(string json, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<DefinitionRow>>([.. data.Definitions.Values.Where(d => d.Json.Contains(json, StringComparison.Ordinal)).OrderBy(d => d.Name, StringComparer.Ordinal).ThenByDescending(d => d.Version)]);

    public Task SaveAsync(IReadOnlyCollection<DefinitionRow> rows, CancellationToken ct)
    {
        foreach (var row in rows)
        {
            data.Definitions[row.VersionId] = row;
        }

        return Task.CompletedTask;
    }

    public Task DeleteAsync(IReadOnlyCollection<DefinitionRow> rows, CancellationToken ct)
    {
        foreach (var row in rows)
        {
            data.Definitions.Remove(row.VersionId);
        }

        return Task.CompletedTask;
    }

    public Task ReplaceTimersAsync(string definitionId, IReadOnlyCollection<TimerRow> timers, CancellationToken ct)
    {
        data.Timers.RemoveAll(t => t.DefinitionId == definitionId);
        data.Timers.AddRange(timers);
        return Task.CompletedTask;
    }

    public Task<bool> IsRunningAsync(IReadOnlyCollection<string> versionIds, CancellationToken ct) =>
        Task.FromResult(data.Instances.Values.Any(i => i.FinishedAt is null && versionIds.Contains(i.DefinitionVersionId)));
}
