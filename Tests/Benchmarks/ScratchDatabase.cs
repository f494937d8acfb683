using Npgsql;
using Pana.Engine;

namespace Pana.Benchmarks;

/// <summary>A fresh, empty database; dropped at the end.</summary>
internal sealed class ScratchDatabase : IAsyncDisposable
{
    private readonly bool _stays;
    private readonly DirectoryInfo? _folder;
    private readonly string? _server;
    private readonly string _name = $"pana_bench_{Guid.NewGuid():N}";

    private ScratchDatabase(DatabaseKind kind, BenchmarkOptions options)
    {
        (Kind, _stays) = (kind, options.KeepsDatabase);
        if (kind == DatabaseKind.Postgres)
        {
            _server = new NpgsqlConnectionStringBuilder(options.Postgres) { Pooling = false }.ConnectionString;
            ConnectionString = new NpgsqlConnectionStringBuilder(options.Postgres) { Database = _name, MinPoolSize = options.Clients, MaxPoolSize = options.Clients * 2 }.ConnectionString;
        }
        else
        {
            _folder = Directory.CreateTempSubdirectory("pana-bench-");
            ConnectionString = $"Data Source={Path.Combine(_folder.FullName, "bench.db")}";
        }
    }

    public DatabaseKind Kind { get; }

    public string ConnectionString { get; }

    /// <summary>The databases that the options ask for, PostgreSQL first.</summary>
    public static IEnumerable<ScratchDatabase> All(BenchmarkOptions options)
    {
        if (options.Postgres is not null)
        {
            yield return new ScratchDatabase(DatabaseKind.Postgres, options);
        }

        if (!options.SkipsSqlite)
        {
            yield return new ScratchDatabase(DatabaseKind.Sqlite, options);
        }
    }

    public Task CreateAsync() => _server is null ? Task.CompletedTask : ExecuteAsync(_server, $"CREATE DATABASE {_name}");

    public async ValueTask DisposeAsync()
    {
        if (_stays)
        {
            Console.WriteLine($"Kept: {ConnectionString}");
            return;
        }

        if (_server is not null)
        {
            await ExecuteAsync(_server, $"DROP DATABASE IF EXISTS {_name} WITH (FORCE)");
        }

        _folder?.Delete(recursive: true);
    }

    private static async Task ExecuteAsync(string server, string sql)
    {
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
