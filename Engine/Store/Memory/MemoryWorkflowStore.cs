namespace Pana.Engine;

/// <summary>Everything in memory, one burst at a time: for rehearsal and property tests.</summary>
internal sealed class MemoryWorkflowStore(MemoryData data, TimeProvider time) : IWorkflowStore
{
    private readonly List<Action> _undo = [];
    private readonly List<StoredIncident> _afterRollback = [];
    private int _depth;

    public bool IsInBurst => _depth > 0;

    public async Task<T> InBurstAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken ct)
    {
        if (_depth > 0)
        {
            return await work(ct).ConfigureAwait(false);
        }

        await data.Writer.WaitAsync(ct).ConfigureAwait(false);
        _depth = 1;
        var done = false;
        try
        {
            var result = await work(ct).ConfigureAwait(false);
            done = true;
            return result;
        }
        finally
        {
            if (!done)
            {
                Undo();
            }

            _undo.Clear();
            foreach (var incident in _afterRollback)
            {
                data.Incidents[incident.Id] = incident;
            }

            _afterRollback.Clear();
            _depth = 0;
            data.Writer.Release();
        }
    }

    public void ForbidRepeating()
    {
        // One burst at a time: none is ever repeated.
    }

    public Task<string?> FindPublishedVersionAsync(string definitionId, CancellationToken ct) =>
        Task.FromResult(data.Definitions.Values.FirstOrDefault(d => d.DefinitionId == definitionId && d.IsPublished)?.VersionId);

    public Task<BookmarkLoad?> TakeBookmarkAsync(string bookmarkId, CancellationToken ct) => Task.FromResult(
        data.Bookmarks.TryGetValue(bookmarkId, out var bookmark) && data.Instances.TryGetValue(bookmark.InstanceId, out var instance)
            ? new BookmarkLoad(bookmark, instance)
            : null);

    public Task<StoredInstance?> LoadInstanceAsync(string instanceId, bool forUpdate, CancellationToken ct) =>
        Task.FromResult(data.Instances.GetValueOrDefault(instanceId));

    public Task<IReadOnlyList<StoredBookmark>> FindBookmarksAsync(string name, string hash, string? correlationId, string? instanceId, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<StoredBookmark>>([.. data.Bookmarks.Values
            .Where(b => b.Name == name && b.Hash == hash && (correlationId is null || b.CorrelationId == correlationId) && (instanceId is null || b.InstanceId == instanceId))
            .OrderBy(b => b.Id, StringComparer.Ordinal)]);

    public Task<IReadOnlyList<string>> FindRunningChildrenAsync(string parentInstanceId, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<string>>([.. data.Instances.Values
            .Where(i => i.ParentInstanceId == parentInstanceId && i.FinishedAt is null)
            .Select(i => i.Id)]);

    public Task SaveAsync(BurstChanges changes, CancellationToken ct)
    {
        foreach (var (instance, expected) in changes.Instances)
        {
            var before = data.Instances.GetValueOrDefault(instance.Id);
            if (before?.Revision != expected)
            {
                throw new StaleInstanceException(instance.Id);
            }

            Put(data.Instances, instance.Id, instance);
        }

        foreach (var id in changes.BookmarksRemoved)
        {
            data.Claims.Remove(id);
            if (data.Bookmarks.Remove(id, out var removed))
            {
                _undo.Add(() => data.Bookmarks[id] = removed);
            }
        }

        foreach (var bookmark in changes.BookmarksAdded)
        {
            Put(data.Bookmarks, bookmark.Id, bookmark);
        }

        foreach (var incident in changes.Incidents)
        {
            Put(data.Incidents, incident.Id, incident);
        }

        var lines = data.Journal.Count;
        data.Journal.AddRange(changes.Journal);
        _undo.Add(() => data.Journal.RemoveRange(lines, data.Journal.Count - lines));
        data.Saves++;
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<DueTimer>> ClaimDueTimersAsync(DateTimeOffset now, int max, CancellationToken ct) => InBurstAsync<IReadOnlyList<DueTimer>>(
        _ =>
        {
            DueTimer[] due = [.. data.Bookmarks.Values
                .Where(b => b.DueAt <= now && !(data.Claims.TryGetValue(b.Id, out var until) && until > now))
                .OrderBy(b => b.DueAt)
                .ThenBy(b => b.Id, StringComparer.Ordinal)
                .Take(max)
                .Select(b => new DueTimer(b.Id, b.InstanceId, b.DueAt!.Value))];
            foreach (var timer in due)
            {
                data.Claims[timer.BookmarkId] = now + SqlWorkflowStore.ClaimTime;
            }

            return Task.FromResult<IReadOnlyList<DueTimer>>(due);
        },
        ct);

    public Task DeferTimerAsync(string bookmarkId, DateTimeOffset until, CancellationToken ct)
    {
        data.Claims[bookmarkId] = until;
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<DueStart>> FindDueStartsAsync(DateTimeOffset now, int max, CancellationToken ct) => InBurstAsync<IReadOnlyList<DueStart>>(
        _ => Task.FromResult<IReadOnlyList<DueStart>>([.. data.Timers
            .Where(t => t.DueAt <= now)
            .OrderBy(t => t.DueAt)
            .Take(max)
            .Select(t => new DueStart(t.Id, t.DefinitionId, t.DefinitionVersionId, t.ActivityId, t.Schedule, t.DueAt))]),
        ct);

    public Task<bool> AdvanceStartAsync(string timerId, DateTimeOffset dueAt, DateTimeOffset? next, CancellationToken ct) => InBurstAsync(
        _ =>
        {
            if (data.Timers.Find(t => t.Id == timerId && t.DueAt == dueAt) is not { } timer)
            {
                return Task.FromResult(false);
            }

            if (next is { } moment)
            {
                timer.DueAt = moment;
                _undo.Add(() => timer.DueAt = dueAt);
            }
            else
            {
                data.Timers.Remove(timer);
                _undo.Add(() => data.Timers.Add(timer));
            }

            return Task.FromResult(true);
        },
        ct);

    public Task<string> AddIncidentAsync(StoredIncident incident, CancellationToken ct)
    {
        if (_depth > 0)
        {
            _afterRollback.Add(incident);
        }
        else
        {
            data.Incidents[incident.Id] = incident;
        }

        return Task.FromResult(incident.Id);
    }

    public Task<StoredIncident?> GetIncidentAsync(string id, CancellationToken ct) => Task.FromResult(data.Incidents.GetValueOrDefault(id));

    public Task ResolveIncidentAsync(string id, DateTimeOffset at, CancellationToken ct)
    {
        Put(data.Incidents, id, data.Incidents[id] with { ResolvedAt = at });
        return Task.CompletedTask;
    }

    /// <summary>The moment the next timer is due; null when none waits. Lets a rehearsal jump ahead.</summary>
    internal DateTimeOffset? NextDue() => data.Bookmarks.Values.Where(b => b.DueAt is not null).Select(b => b.DueAt).DefaultIfEmpty(null).Min() is { } due && due > time.GetUtcNow() ? due : null;

    private void Put<T>(Dictionary<string, T> table, string key, T value)
    {
        if (table.TryGetValue(key, out var before))
        {
            _undo.Add(() => table[key] = before);
        }
        else
        {
            _undo.Add(() => table.Remove(key));
        }

        table[key] = value;
    }

    private void Undo()
    {
        for (var i = _undo.Count - 1; i >= 0; i--)
        {
            _undo[i]();
        }
    }
}
