using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Pana.Engine;

/// <summary>
/// The engine's rows in SQLite. The session already holds the writer's turn and BEGIN IMMEDIATE, so nothing here can
/// meet another writer of this process.
/// </summary>
internal sealed class SqliteWorkflowStore(DbSession session) : SqlWorkflowStore(session)
{
    /// <summary>The writer is alone: there is nothing to lock.</summary>
    protected override string LockInstance => "";

    protected override string LockInstanceAndBookmark => "";

    public override async Task SaveAsync(BurstChanges changes, CancellationToken ct)
    {
        foreach (var change in changes.Instances)
        {
            await SaveAsync(change, ct).ConfigureAwait(false);
        }

        foreach (var id in changes.BookmarksRemoved)
        {
            await ExecuteAsync("DELETE FROM bookmarks WHERE id = $1", ct, id).ConfigureAwait(false);
        }

        foreach (var bookmark in changes.BookmarksAdded)
        {
            await ExecuteAsync(SqlText.InsertBookmark, ct, BookmarkValues(bookmark)).ConfigureAwait(false);
        }

        foreach (var entry in changes.Journal)
        {
            await ExecuteAsync(SqlText.InsertJournal, ct, JournalValues(entry)).ConfigureAwait(false);
        }

        foreach (var incident in changes.Incidents)
        {
            await ExecuteAsync(SqlText.InsertIncident, ct, IncidentValues(incident)).ConfigureAwait(false);
        }
    }

    public override Task<IReadOnlyList<DueTimer>> ClaimDueTimersAsync(DateTimeOffset now, int max, CancellationToken ct) =>
        Session.InTransactionAsync(
            token => ListAsync(
                """
                UPDATE bookmarks SET claimed_until = $2
                WHERE id IN (SELECT id FROM bookmarks WHERE due_at <= $1 AND (claimed_until IS NULL OR claimed_until <= $1) ORDER BY due_at, id LIMIT $3)
                RETURNING id, instance_id, due_at
                """,
                Rows.Timer,
                token,
                now,
                now + ClaimTime,
                max),
            ct);

    protected override DbCommand Command(string sql, ReadOnlySpan<object?> values)
    {
        var connection = (PreparedSqliteConnection)Session.Connection;
        return connection.Prepared(sql, (SqliteTransaction?)Session.Transaction, values);
    }

    private async Task SaveAsync(InstanceChange change, CancellationToken ct)
    {
        if (change.ExpectedRevision is { } expected)
        {
            if (await ExecuteAsync(SqlText.UpdateInstance, ct, UpdateValues(change.Instance, expected)).ConfigureAwait(false) == 0)
            {
                throw new StaleInstanceException(change.Instance.Id);
            }

            return;
        }

        try
        {
            await ExecuteAsync(SqlText.InsertInstance, ct, InstanceValues(change.Instance)).ConfigureAwait(false);
        }
        catch (SqliteException e) when (e.SqliteExtendedErrorCode is 1555 or 2067)
        {
            throw new StaleInstanceException(change.Instance.Id);
        }
    }
}
