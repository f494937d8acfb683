using Npgsql;
using Pana.Engine;

namespace Pana.Tests.Support;

public sealed class PostgresTestDatabase : TestDatabase
{
    private static readonly string Server = Environment.GetEnvironmentVariable("PANA_TEST_POSTGRES")
        ?? "Host=127.0.0.1;Port=55432;Username=pana;Database=postgres";

    private readonly string _name = $"pana_test_{Guid.NewGuid():N}";

    public override DatabaseKind Kind => DatabaseKind.Postgres;

    protected override async Task CreateAsync()
    {
        try
        {
            await ExecuteAsync($"CREATE DATABASE {_name}");
        }
        catch (NpgsqlException e)
        {
            Missing = $"PostgreSQL is not reachable ({e.Message}): its tests did not run. Set PANA_TEST_POSTGRES to a connection string whose user may create databases.";
        }

        ConnectionString = new NpgsqlConnectionStringBuilder(Server) { Database = _name, MaxPoolSize = 40 }.ConnectionString;
    }

    protected override Task DropAsync() => ExecuteAsync($"DROP DATABASE IF EXISTS {_name} WITH (FORCE)");

    private static async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Server) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
