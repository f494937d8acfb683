using Microsoft.Data.Sqlite;
using Pana.Engine;

namespace Pana.Benchmarks;

/// <summary>L2 on SQLite: one open connection, prepared statements, one transaction an operation, the clients in a queue.</summary>
internal sealed class SqliteBare : IBare
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly PreparedSqliteConnection _connection;
    private readonly BareRows _start;
    private readonly BareRows _step;

    public SqliteBare(string connectionString, BareRows start, BareRows step)
    {
        (_start, _step) = (start, step);
        _connection = new PreparedSqliteConnection(connectionString);
        _connection.Open();
        using var settings = _connection.CreateCommand();
        settings.CommandText = "PRAGMA busy_timeout=10000; PRAGMA synchronous=FULL;";
        settings.ExecuteNonQuery();
    }

    public Task StartAsync(BareClient client) => InTurnAsync(transaction =>
    {
        (client.InstanceId, client.Revision, client.Sequence) = (BareClient.NewId(), 1, 0);
        var i = _start.Instance;
        Run(
            transaction, SqlText.InsertInstance, client.InstanceId, i.DefinitionId, i.DefinitionVersionId, 1, i.CorrelationId, i.Name, null, i.Status, i.SubStatus,
            i.State, 1, i.CreatedAt, i.UpdatedAt, null);
        AddRows(transaction, client, _start);
    });

    public Task StepAsync(BareClient client) => InTurnAsync(transaction =>
    {
        var i = _step.Instance;
        Run(
            transaction, SqlText.UpdateInstance, client.InstanceId, client.Revision, i.CorrelationId, i.Name, i.Status, i.SubStatus, i.State, ++client.Revision,
            i.UpdatedAt, null, i.DefinitionVersionId, 1);
        foreach (var id in client.BookmarkIds)
        {
            Run(transaction, "DELETE FROM bookmarks WHERE id = $1", id);
        }

        AddRows(transaction, client, _step);
    });

    public async ValueTask DisposeAsync()
    {
        await _connection.DisposeAsync();
        _turn.Dispose();
    }

    private async Task InTurnAsync(Action<SqliteTransaction> write)
    {
        await _turn.WaitAsync();
        try
        {
            using var transaction = _connection.BeginTransaction();
            write(transaction);
            transaction.Commit();
        }
        finally
        {
            _turn.Release();
        }
    }

    private void AddRows(SqliteTransaction transaction, BareClient client, BareRows rows)
    {
        client.BookmarkIds = [.. rows.Bookmarks.Select(_ => BareClient.NewId())];
        for (var n = 0; n < rows.Bookmarks.Count; n++)
        {
            var b = rows.Bookmarks[n];
            Run(
                transaction, SqlText.InsertBookmark, client.BookmarkIds[n], client.InstanceId, b.ActivityInstanceId, b.ActivityId, b.NodeId, b.Name, b.Hash,
                b.CorrelationId, b.Callback, b.Payload, b.CreatedAt, b.DueAt);
        }

        foreach (var j in rows.Journal)
        {
            Run(
                transaction, SqlText.InsertJournal, BareClient.NewId(), client.InstanceId, ++client.Sequence, j.ActivityInstanceId, j.ParentActivityInstanceId,
                j.ActivityId, j.NodeId, j.ActivityType, j.ActivityName, j.EventName, j.At, j.Data);
        }
    }

    private void Run(SqliteTransaction transaction, string sql, params object?[] values) => _connection.Prepared(sql, transaction, values).ExecuteNonQuery();
}
