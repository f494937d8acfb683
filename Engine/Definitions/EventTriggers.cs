using Microsoft.Extensions.DependencyInjection;

namespace Pana.Engine;

/// <summary>
/// Which published definitions an event starts. Read again after a publish here, and every few seconds because another
/// host may have published.
/// </summary>
internal sealed class EventTriggers(CompiledWorkflows compiled, TimeProvider time)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);

    private volatile Snapshot? _snapshot;

    public void Forget() => _snapshot = null;

    public async Task<IReadOnlyList<(string DefinitionId, string ActivityId)>> FindAsync(string eventName, IServiceProvider services, CancellationToken ct)
    {
        var byEvent = await CurrentAsync(services, ct).ConfigureAwait(false);
        return byEvent.GetValueOrDefault(eventName) ?? [];
    }

    /// <summary>The names that begin so and start something.</summary>
    public async Task<IReadOnlyList<string>> NamesAsync(string prefix, IServiceProvider services, CancellationToken ct) =>
        [.. (await CurrentAsync(services, ct).ConfigureAwait(false)).Keys.Where(name => name.StartsWith(prefix, StringComparison.Ordinal))];

    private async Task<Dictionary<string, List<(string, string)>>> CurrentAsync(IServiceProvider services, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        if (_snapshot is not { } snapshot || now - snapshot.At > Fresh)
        {
            _snapshot = snapshot = new Snapshot(now, await ReadAsync(services.GetRequiredService<IDefinitionRows>(), ct).ConfigureAwait(false));
        }

        return snapshot.ByEvent;
    }

    private async Task<Dictionary<string, List<(string, string)>>> ReadAsync(IDefinitionRows rows, CancellationToken ct)
    {
        var byEvent = new Dictionary<string, List<(string, string)>>(StringComparer.Ordinal);
        foreach (var row in (await rows.ListAsync(ct).ConfigureAwait(false)).Where(r => r.IsPublished))
        {
            var workflow = compiled.Find(row.VersionId) ?? compiled.Add(DefinitionStore.Read(row), keep: true);
            foreach (var (trigger, name) in workflow.Triggers.SelectMany(trigger => trigger is IEventTrigger named ? named.EventNames.Select(name => (trigger, name)) : []))
            {
                if (!byEvent.TryGetValue(name, out var starts))
                {
                    byEvent[name] = starts = [];
                }

                starts.Add((row.DefinitionId, trigger.Id));
            }
        }

        return byEvent;
    }

    private sealed record Snapshot(DateTimeOffset At, Dictionary<string, List<(string, string)>> ByEvent);
}
