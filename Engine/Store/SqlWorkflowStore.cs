using System.Data;
using System.Data.Common;

namespace Pana.Engine;

/// <summary>
/// What both SQL stores share: which statements make up an operation. How a statement travels is theirs: PostgreSQL
/// sends a batch, SQLite runs one prepared statement after another.
/// </summary>
internal abstract class SqlWorkflowStore(DbSession session) : IWorkflowStore
{
    /// <summary>How long a claimed timer is left to the node that took it.</summary>
    internal static readonly TimeSpan ClaimTime = TimeSpan.FromSeconds(60);

    private readonly SqlRows _rows = new(session.Kind);

    public bool IsInBurst => session.Transaction is not null;

    protected DbSession Session => session;

    protected SqlRows Rows => _rows;

    /// <summary>Appended to a SELECT that must lock what it reads.</summary>
    protected abstract string LockInstance { get; }

    /// <summary>The instance is locked first, always: two bursts that meet on it wait for each other, never in a circle.</summary>
    protected abstract string LockInstanceAndBookmark { get; }

    public Task<T> InBurstAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken ct) => session.InRepeatableTransactionAsync(work, ct);

    public void ForbidRepeating() => session.ForbidRepeating();

    public Task<string?> FindPublishedVersionAsync(string definitionId, CancellationToken ct) =>
        FirstAsync(SqlText.PublishedVersion, row => row.GetString(0), ct, definitionId);

    public Task<BookmarkLoad?> TakeBookmarkAsync(string bookmarkId, CancellationToken ct) =>
        FirstAsync(SqlText.TakeBookmark + LockInstanceAndBookmark, row => new BookmarkLoad(_rows.Bookmark(row), _rows.Instance(row, 12)), ct, bookmarkId);

    public Task<StoredInstance?> LoadInstanceAsync(string instanceId, bool forUpdate, CancellationToken ct) =>
        FirstAsync(forUpdate ? SqlText.LoadInstance + LockInstance : SqlText.LoadInstance, row => _rows.Instance(row), ct, instanceId);

    public Task<IReadOnlyList<StoredBookmark>> FindBookmarksAsync(string name, string hash, string? correlationId, string? instanceId, CancellationToken ct)
    {
        List<object?> values = [name, hash];
        if (correlationId is not null)
        {
            values.Add(correlationId);
        }

        if (instanceId is not null)
        {
            values.Add(instanceId);
        }

        return ListAsync(SqlText.FindBookmarks(correlationId is not null, instanceId is not null), row => _rows.Bookmark(row), ct, [.. values]);
    }

    public Task<IReadOnlyList<string>> FindRunningChildrenAsync(string parentInstanceId, CancellationToken ct) =>
        ListAsync(SqlText.RunningChildren, row => row.GetString(0), ct, parentInstanceId);

    public abstract Task SaveAsync(BurstChanges changes, CancellationToken ct);

    public abstract Task<IReadOnlyList<DueTimer>> ClaimDueTimersAsync(DateTimeOffset now, int max, CancellationToken ct);

    public Task DeferTimerAsync(string bookmarkId, DateTimeOffset until, CancellationToken ct) =>
        session.InTransactionAsync(token => ExecuteAsync(SqlText.DeferTimer, token, bookmarkId, until), ct);

    public Task<IReadOnlyList<DueStart>> FindDueStartsAsync(DateTimeOffset now, int max, CancellationToken ct) =>
        ListAsync(SqlText.DueStarts, _rows.Start, ct, now, max);

    public async Task<bool> AdvanceStartAsync(string timerId, DateTimeOffset dueAt, DateTimeOffset? next, CancellationToken ct) =>
        await session.InTransactionAsync(
            token => next is { } moment ? ExecuteAsync(SqlText.AdvanceStart, token, timerId, dueAt, moment) : ExecuteAsync(SqlText.EndStart, token, timerId, dueAt),
            ct).ConfigureAwait(false) > 0;

    /// <summary>
    /// An incident must outlive the transaction that failed. When one is still running (a page's, which will be rolled
    /// back) it is written as soon as that one has ended.
    /// </summary>
    public async Task<string> AddIncidentAsync(StoredIncident incident, CancellationToken ct)
    {
        if (session.Transaction is not null)
        {
            session.AfterEnd(() => WriteIncidentAsync(incident, CancellationToken.None));
        }
        else
        {
            await WriteIncidentAsync(incident, ct).ConfigureAwait(false);
        }

        return incident.Id;
    }

    public Task<StoredIncident?> GetIncidentAsync(string id, CancellationToken ct) => FirstAsync(SqlText.GetIncident, _rows.Incident, ct, id);

    public Task ResolveIncidentAsync(string id, DateTimeOffset at, CancellationToken ct) =>
        session.InTransactionAsync(token => ExecuteAsync(SqlText.ResolveIncident, token, id, at), ct);

    private Task<int> WriteIncidentAsync(StoredIncident incident, CancellationToken ct) =>
        session.InTransactionAsync(token => ExecuteAsync(SqlText.InsertIncident, token, IncidentValues(incident)), ct);

    /// <summary>A command with the values in the database's own types, in the session's transaction.</summary>
    protected abstract DbCommand Command(string sql, ReadOnlySpan<object?> values);

    protected async Task<int> ExecuteAsync(string sql, CancellationToken ct, params object?[] values)
    {
        // Not disposed: SQLite's commands stay with their connection, and Npgsql's hold nothing.
        var command = Command(sql, values);
        return await command.ExecuteNonQueryAsync(ct).ConfigureAwait(false);
    }

    protected async Task<T?> FirstAsync<T>(string sql, Func<DbDataReader, T> read, CancellationToken ct, params object?[] values)
        where T : class
    {
        var found = await ListAsync(sql, read, ct, values).ConfigureAwait(false);
        return found.Count > 0 ? found[0] : null;
    }

    protected async Task<IReadOnlyList<T>> ListAsync<T>(string sql, Func<DbDataReader, T> read, CancellationToken ct, params object?[] values)
    {
        var opened = session.Connection.State != ConnectionState.Open;
        if (opened)
        {
            await session.Connection.OpenAsync(ct).ConfigureAwait(false);
        }

        try
        {
            var command = Command(sql, values);
            var rows = await command.ExecuteReaderAsync(ct).ConfigureAwait(false);
            await using (rows.ConfigureAwait(false))
            {
                List<T> result = [];
                while (await rows.ReadAsync(ct).ConfigureAwait(false))
                {
                    result.Add(read(rows));
                }

                return result;
            }
        }
        finally
        {
            if (opened)
            {
                await session.Connection.CloseAsync().ConfigureAwait(false);
            }
        }
    }

    protected static object?[] InstanceValues(StoredInstance i) =>
    [
        i.Id, i.DefinitionId, i.DefinitionVersionId, i.DefinitionVersion, i.CorrelationId, i.Name, i.ParentInstanceId, i.Status, i.SubStatus,
        i.State, i.Revision, i.CreatedAt, i.UpdatedAt, new SqlTime(i.FinishedAt),
    ];

    protected static object?[] UpdateValues(StoredInstance i, int expectedRevision) =>
    [
        i.Id, expectedRevision, i.CorrelationId, i.Name, i.Status, i.SubStatus, i.State, i.Revision, i.UpdatedAt, new SqlTime(i.FinishedAt),
        i.DefinitionVersionId, i.DefinitionVersion,
    ];

    protected static object?[] BookmarkValues(StoredBookmark b) =>
    [
        b.Id, b.InstanceId, b.ActivityInstanceId, b.ActivityId, b.NodeId, b.Name, b.Hash, b.CorrelationId, b.Callback, b.Payload, b.CreatedAt, new SqlTime(b.DueAt),
    ];

    protected static object?[] JournalValues(JournalEntry j) =>
    [
        j.Id, j.InstanceId, j.Sequence, j.ActivityInstanceId, j.ParentActivityInstanceId, j.ActivityId, j.NodeId, j.ActivityType, j.ActivityName,
        j.EventName, j.At, j.Data,
    ];

    protected static object?[] IncidentValues(StoredIncident i) =>
    [
        i.Id, i.InstanceId, i.DefinitionId, i.DefinitionVersionId, i.CorrelationId, i.ActivityId, i.NodeId, i.ActivityType, i.Message, i.ExceptionType, i.Stimulus, i.At, new SqlTime(i.ResolvedAt),
    ];
}
