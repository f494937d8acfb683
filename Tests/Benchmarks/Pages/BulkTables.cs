using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;
using Pana.Cases;
using Pana.Engine;

namespace Pana.Benchmarks;

/// <summary>Rows on their way into the database's tables as fast as it takes them: COPY on PostgreSQL, one transaction on SQLite.</summary>
internal sealed class BulkTables
{
    // Parents before children.
    private static readonly Type[] Order =
    [
        typeof(Case), typeof(CaseEvent), typeof(Clock), typeof(InstanceRow), typeof(BookmarkRow), typeof(JournalRow), typeof(Pana.Cases.UserTask),
        typeof(SealedAnswers), typeof(Paper), typeof(PaperShare), typeof(VaultKey), typeof(VaultValue), typeof(BlindIndexEntry), typeof(AuditEntry),
    ];

    private readonly List<BulkTable> _tables;

    public BulkTables(IModel model) => _tables = [.. Order.Select(type => new BulkTable(type, model.FindEntityType(type)!))];

    public BulkTable Of(Type type) => _tables.Single(table => table.Type == type);

    /// <summary>Writes what has gathered and empties the tables.</summary>
    public async Task<int> WriteAsync(DatabaseKind kind, string connectionString)
    {
        var rows = _tables.Sum(table => table.Rows.Count);
        await (kind == DatabaseKind.Postgres ? CopyAsync(connectionString) : InsertAsync(connectionString));
        _tables.ForEach(table => table.Rows.Clear());
        return rows;
    }

    private async Task CopyAsync(string connectionString)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        foreach (var table in _tables)
        {
            await using var copy = await connection.BeginBinaryImportAsync($"COPY {table.Name} ({table.Columns}) FROM STDIN (FORMAT BINARY)");
            foreach (var row in table.Rows)
            {
                await copy.StartRowAsync();
                for (var i = 0; i < row.Length; i++)
                {
                    await (row[i] is { } value ? copy.WriteAsync(value, table.StoreTypes[i]) : copy.WriteNullAsync());
                }
            }

            await copy.CompleteAsync();
        }
    }

    private async Task InsertAsync(string connectionString)
    {
        await using var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync();
        await using var transaction = connection.BeginTransaction();
        foreach (var table in _tables)
        {
            await using var insert = connection.CreateCommand();
            insert.Transaction = transaction;
            insert.CommandText = $"INSERT INTO {table.Name} ({table.Columns}) VALUES ({string.Join(", ", table.Properties.Select((_, i) => $"$p{i}"))})";
            for (var i = 0; i < table.Properties.Count; i++)
            {
                insert.Parameters.Add(new SqliteParameter($"$p{i}", DBNull.Value));
            }

            foreach (var row in table.Rows)
            {
                for (var i = 0; i < row.Length; i++)
                {
                    insert.Parameters[i].Value = row[i] ?? DBNull.Value;
                }

                await insert.ExecuteNonQueryAsync();
            }
        }

        await transaction.CommitAsync();
    }
}

/// <summary>One table: its columns, and rows in their order as the database takes them.</summary>
internal sealed class BulkTable(Type type, IEntityType entity)
{
    public Type Type { get; } = type;

    public string Name { get; } = entity.GetTableName()!;

    public IReadOnlyList<IProperty> Properties { get; } = [.. entity.GetProperties()];

    public string Columns { get; } = string.Join(", ", entity.GetProperties().Select(property => property.GetColumnName()));

    public IReadOnlyList<string> StoreTypes { get; } = [.. entity.GetProperties().Select(property => property.GetRelationalTypeMapping().StoreTypeNameBase)];

    public List<object?[]> Rows { get; } = [];
}
