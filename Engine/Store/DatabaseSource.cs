using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Pana.Engine;

/// <summary>
/// Where connections come from: one per database and process. It holds Npgsql's pool, or SQLite's open connections
/// and the lock that lets one writer in at a time.
/// </summary>
public sealed class DatabaseSource : IAsyncDisposable
{
    private readonly NpgsqlDataSource? _postgres;
    private readonly ConcurrentBag<PreparedSqliteConnection> _idle = [];
    private int _walSet;
    private volatile bool _disposed;

    private DatabaseSource(DatabaseKind kind, string connectionString)
    {
        Kind = kind;
        ConnectionString = connectionString;
        if (kind == DatabaseKind.Postgres)
        {
            _postgres = NpgsqlDataSource.Create(connectionString);
        }
    }

    public DatabaseKind Kind { get; }

    public string ConnectionString { get; }

    /// <summary>How long a SQLite writer waits for its turn before it fails. Default 30 seconds.</summary>
    public TimeSpan WriterPatience { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How often a transaction that meets a deadlock or another passing failure is begun in all. Default 4.</summary>
    public int Attempts { get; init; } = 4;

    internal FifoLock Writer { get; } = new();

    /// <summary>
    /// PostgreSQL. Statements are prepared after their second use and connections return to the pool without a reset,
    /// because nothing here sets session state; both may be overridden in the connection string.
    /// </summary>
    public static DatabaseSource Postgres(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        if (!settings.ContainsKey("Max Auto Prepare"))
        {
            settings.MaxAutoPrepare = 200;
            settings.AutoPrepareMinUsages = 2;
        }

        if (!settings.ContainsKey("No Reset On Close"))
        {
            settings.NoResetOnClose = true;
        }

        return new DatabaseSource(DatabaseKind.Postgres, settings.ConnectionString);
    }

    /// <summary>SQLite in a file, in WAL mode with <c>synchronous=FULL</c>: an acknowledged commit survives a power cut.</summary>
    public static DatabaseSource Sqlite(string connectionString)
    {
        var settings = new SqliteConnectionStringBuilder(connectionString) { Pooling = false };
        return new DatabaseSource(DatabaseKind.Sqlite, settings.ConnectionString);
    }

    /// <summary>A connection of its own: closed on PostgreSQL, open and ready on SQLite. Give it back with <see cref="ReturnAsync"/>.</summary>
    internal DbConnection Rent()
    {
        if (_postgres is not null)
        {
            return _postgres.CreateConnection();
        }

        return _idle.TryTake(out var idle) ? idle : OpenSqlite();
    }

    internal async ValueTask ReturnAsync(DbConnection connection)
    {
        if (connection is PreparedSqliteConnection { State: System.Data.ConnectionState.Open } sqlite && !_disposed)
        {
            _idle.Add(sqlite);
            return;
        }

        await connection.DisposeAsync().ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        _disposed = true;
        while (_idle.TryTake(out var connection))
        {
            await connection.DisposeAsync().ConfigureAwait(false);
        }

        if (_postgres is not null)
        {
            await _postgres.DisposeAsync().ConfigureAwait(false);
        }
    }

    private PreparedSqliteConnection OpenSqlite()
    {
        var connection = new PreparedSqliteConnection(ConnectionString);
        connection.Open();
        using var settings = connection.CreateCommand();
        settings.CommandText = "PRAGMA busy_timeout=10000; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;";
        settings.ExecuteNonQuery();
        if (Interlocked.Exchange(ref _walSet, 1) == 0)
        {
            settings.CommandText = "PRAGMA journal_mode=WAL;";
            settings.ExecuteNonQuery();
        }

        return connection;
    }
}
