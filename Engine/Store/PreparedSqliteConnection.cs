using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Pana.Engine;

/// <summary>An open connection that keeps its prepared statements, because it is lent from scope to scope.</summary>
internal sealed class PreparedSqliteConnection(string connectionString) : SqliteConnection(connectionString)
{
    private readonly Dictionary<string, SqliteCommand> _statements = new(StringComparer.Ordinal);

    public DbCommand Prepared(string sql, SqliteTransaction? transaction, ReadOnlySpan<object?> values)
    {
        if (!_statements.TryGetValue(sql, out var command))
        {
            command = CreateCommand();
            command.CommandText = sql;
            for (var i = 0; i < values.Length; i++)
            {
                command.Parameters.Add(new SqliteParameter($"${i + 1}", DBNull.Value));
            }

            _statements.Add(sql, command);
        }

        command.Transaction = transaction;
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i] switch
            {
                null => DBNull.Value,
                DateTimeOffset time => time.UtcTicks,
                SqlTime { Moment: DateTimeOffset time } => time.UtcTicks,
                SqlTime => DBNull.Value,
                var value => value,
            };
        }

        return command;
    }
}
