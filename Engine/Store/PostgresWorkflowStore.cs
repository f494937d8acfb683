using System.Data.Common;
using Npgsql;

namespace Pana.Engine;

/// <summary>
/// The engine's rows in PostgreSQL: one round trip to load and lock (BEGIN rides along), one batch to write, with
/// COMMIT inside it when nothing else is written in the transaction.
/// </summary>
internal sealed class PostgresWorkflowStore(DbSession session, TimeProvider time) : SqlWorkflowStore(session)
{
    /// <summary>
    /// A COMMIT in the same batch must not be reached when the guard fails, and an UPDATE of no row is no error;
    /// dividing by the number of updated rows makes it one (SQLSTATE 22012).
    /// </summary>
    private const string GuardedUpdate = $"WITH updated AS ({SqlText.UpdateInstance} RETURNING 1) SELECT 1 / count(*) FROM updated";

    private const string DeleteBookmarks = "DELETE FROM bookmarks WHERE id = ANY($1)";

    private const string ClaimTimers =
        """
        UPDATE bookmarks b SET claimed_until = coalesce($1, clock_timestamp()) + $2
        FROM (SELECT id FROM bookmarks
              WHERE due_at <= coalesce($1, clock_timestamp()) AND (claimed_until IS NULL OR claimed_until <= coalesce($1, clock_timestamp()))
              ORDER BY due_at, id LIMIT $3 FOR UPDATE SKIP LOCKED) due
        WHERE b.id = due.id
        RETURNING b.id, b.instance_id, b.due_at
        """;

    private static readonly string InsertBookmarks = InsertMany("bookmarks", SqlText.BookmarkColumns);

    private static readonly string InsertJournal = InsertMany("journal", SqlText.JournalColumns);

    protected override string LockInstance => " FOR UPDATE";

    protected override string LockInstanceAndBookmark => " FOR UPDATE OF i, b";

    private NpgsqlConnection Connection => (NpgsqlConnection)Session.Connection;

    public override async Task SaveAsync(BurstChanges changes, CancellationToken ct)
    {
        var commits = changes.EngineOwnsTransaction && Session.Depth == 1;
        if (commits)
        {
            await Session.FlushAsync(ct).ConfigureAwait(false);
        }

        var batch = new NpgsqlBatch(Connection, (NpgsqlTransaction?)Session.Transaction);
        await using (batch.ConfigureAwait(false))
        {
            Fill(batch, changes);
            if (commits)
            {
                batch.BatchCommands.Add(new NpgsqlBatchCommand("COMMIT"));
            }

            if (batch.BatchCommands.Count == 0)
            {
                return;
            }

            try
            {
                await batch.ExecuteNonQueryAsync(ct).ConfigureAwait(false);
            }
            catch (PostgresException e) when (IsStale(e))
            {
                throw new StaleInstanceException(IdOf(e, changes));
            }
        }

        if (commits)
        {
            Session.MarkCommitted();
        }
    }

    public override async Task<IReadOnlyList<DueTimer>> ClaimDueTimersAsync(DateTimeOffset now, int max, CancellationToken ct)
    {
        // With the real clock the database's own decides, so that nodes whose clocks differ agree on what is due.
        object? moment = ReferenceEquals(time, TimeProvider.System) ? null : now;
        return await Session.InTransactionAsync(
            token => ListAsync(ClaimTimers, Rows.Timer, token, [new SqlTime(moment), ClaimTime, max]), ct).ConfigureAwait(false);
    }

    protected override DbCommand Command(string sql, ReadOnlySpan<object?> values)
    {
        var command = new NpgsqlCommand(sql, Connection, (NpgsqlTransaction?)Session.Transaction);
        foreach (var value in values)
        {
            command.Parameters.Add(PostgresParameters.Of(value));
        }

        return command;
    }

    private static void Fill(NpgsqlBatch batch, BurstChanges changes)
    {
        foreach (var (instance, expected) in changes.Instances)
        {
            Add(batch, expected is null ? SqlText.InsertInstance : GuardedUpdate, expected is { } revision ? UpdateValues(instance, revision) : InstanceValues(instance));
        }

        if (changes.BookmarksRemoved.Count > 0)
        {
            var command = new NpgsqlBatchCommand(DeleteBookmarks);
            command.Parameters.Add(PostgresParameters.Texts(changes.BookmarksRemoved, id => id));
            batch.BatchCommands.Add(command);
        }

        if (changes.BookmarksAdded.Count == 1)
        {
            Add(batch, SqlText.InsertBookmark, BookmarkValues(changes.BookmarksAdded[0]));
        }
        else if (changes.BookmarksAdded.Count > 1)
        {
            AddBookmarks(batch, changes.BookmarksAdded);
        }

        if (changes.Journal.Count > 0)
        {
            AddJournal(batch, changes.Journal);
        }

        foreach (var incident in changes.Incidents)
        {
            Add(batch, SqlText.InsertIncident, IncidentValues(incident));
        }
    }

    private static void Add(NpgsqlBatch batch, string sql, object?[] values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values)
        {
            command.Parameters.Add(PostgresParameters.Of(value));
        }

        batch.BatchCommands.Add(command);
    }

    private static void AddBookmarks(NpgsqlBatch batch, List<StoredBookmark> rows)
    {
        var command = new NpgsqlBatchCommand(InsertBookmarks);
        var p = command.Parameters;
        p.Add(PostgresParameters.Texts(rows, b => b.Id));
        p.Add(PostgresParameters.Texts(rows, b => b.InstanceId));
        p.Add(PostgresParameters.Texts(rows, b => b.ActivityInstanceId));
        p.Add(PostgresParameters.Texts(rows, b => b.ActivityId));
        p.Add(PostgresParameters.Texts(rows, b => b.NodeId));
        p.Add(PostgresParameters.Texts(rows, b => b.Name));
        p.Add(PostgresParameters.Texts(rows, b => b.Hash));
        p.Add(PostgresParameters.Texts(rows, b => b.CorrelationId));
        p.Add(PostgresParameters.Texts(rows, b => b.Callback));
        p.Add(PostgresParameters.Texts(rows, b => b.Payload));
        p.Add(PostgresParameters.Times(rows, b => b.CreatedAt));
        p.Add(PostgresParameters.Times(rows, b => b.DueAt));
        batch.BatchCommands.Add(command);
    }

    private static void AddJournal(NpgsqlBatch batch, List<JournalEntry> rows)
    {
        var command = new NpgsqlBatchCommand(InsertJournal);
        var p = command.Parameters;
        p.Add(PostgresParameters.Texts(rows, j => j.Id));
        p.Add(PostgresParameters.Texts(rows, j => j.InstanceId));
        p.Add(PostgresParameters.Numbers(rows, j => j.Sequence));
        p.Add(PostgresParameters.Texts(rows, j => j.ActivityInstanceId));
        p.Add(PostgresParameters.Texts(rows, j => j.ParentActivityInstanceId));
        p.Add(PostgresParameters.Texts(rows, j => j.ActivityId));
        p.Add(PostgresParameters.Texts(rows, j => j.NodeId));
        p.Add(PostgresParameters.Texts(rows, j => j.ActivityType));
        p.Add(PostgresParameters.Texts(rows, j => j.ActivityName));
        p.Add(PostgresParameters.Texts(rows, j => j.EventName));
        p.Add(PostgresParameters.Times(rows, j => j.At));
        p.Add(PostgresParameters.Texts(rows, j => j.Data));
        batch.BatchCommands.Add(command);
    }

    private static string InsertMany(string table, string columns) =>
        $"INSERT INTO {table} ({columns}) SELECT * FROM unnest({string.Join(", ", Enumerable.Range(1, columns.Count(c => c == ',') + 1).Select(i => $"${i}"))})";

    private static bool IsStale(PostgresException e) =>
        e.SqlState == PostgresErrorCodes.DivisionByZero
        || (e.SqlState == PostgresErrorCodes.UniqueViolation && e.TableName == "workflow_instances");

    /// <summary>The instances are the batch's first commands, in the order of the changes.</summary>
    private static string IdOf(PostgresException e, BurstChanges changes)
    {
        var failed = e.BatchCommand is NpgsqlBatchCommand command && command.Parameters.Count > 0 ? command.Parameters[0].Value as string : null;
        return failed ?? changes.Instances[0].Instance.Id;
    }
}
