using Npgsql;
using NpgsqlTypes;

namespace Pana.Engine;

/// <summary>
/// Parameters with their type said, null or not: the text of a statement and the types of its parameters together
/// decide whether PostgreSQL recognises a prepared statement.
/// </summary>
internal static class PostgresParameters
{
    /// <summary>Every nullable value of the hot path is a text, except the times, which arrive as <see cref="SqlTime"/>.</summary>
    public static NpgsqlParameter Of(object? value) => value switch
    {
        null => new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Text, Value = DBNull.Value },
        string text => new NpgsqlParameter<string> { NpgsqlDbType = NpgsqlDbType.Text, TypedValue = text },
        int number => new NpgsqlParameter<int> { NpgsqlDbType = NpgsqlDbType.Integer, TypedValue = number },
        long number => new NpgsqlParameter<long> { NpgsqlDbType = NpgsqlDbType.Bigint, TypedValue = number },
        DateTimeOffset time => Time(time),
        SqlTime { Moment: DateTimeOffset time } => Time(time),
        SqlTime => new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.TimestampTz, Value = DBNull.Value },
        TimeSpan span => new NpgsqlParameter<TimeSpan> { NpgsqlDbType = NpgsqlDbType.Interval, TypedValue = span },
        _ => throw new ArgumentException($"No parameter type is known for {value.GetType()}. Expected text, int, long, DateTimeOffset or TimeSpan."),
    };

    public static NpgsqlParameter Texts<T>(List<T> rows, Func<T, string?> value)
    {
        var values = new string?[rows.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = value(rows[i]);
        }

        return new NpgsqlParameter<string?[]> { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text, TypedValue = values };
    }

    public static NpgsqlParameter Numbers<T>(List<T> rows, Func<T, long> value)
    {
        var values = new long[rows.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = value(rows[i]);
        }

        return new NpgsqlParameter<long[]> { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bigint, TypedValue = values };
    }

    public static NpgsqlParameter Times<T>(List<T> rows, Func<T, DateTimeOffset?> value)
    {
        var values = new DateTime?[rows.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = value(rows[i])?.UtcDateTime;
        }

        return new NpgsqlParameter<DateTime?[]> { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.TimestampTz, TypedValue = values };
    }

    private static NpgsqlParameter<DateTime> Time(DateTimeOffset time) =>
        new NpgsqlParameter<DateTime> { NpgsqlDbType = NpgsqlDbType.TimestampTz, TypedValue = time.UtcDateTime };
}
