using System.Data.Common;

namespace Pana.Engine;

/// <summary>Reads the engine's records from a row; times are ticks on SQLite and timestamptz on PostgreSQL.</summary>
internal sealed class SqlRows(DatabaseKind kind)
{
    public StoredInstance Instance(DbDataReader row, int at = 0) => new(
        row.GetString(at),
        row.GetString(at + 1),
        row.GetString(at + 2),
        row.GetInt32(at + 3),
        Text(row, at + 4),
        Text(row, at + 5),
        Text(row, at + 6),
        row.GetString(at + 7),
        row.GetString(at + 8),
        row.GetString(at + 9),
        row.GetInt32(at + 10),
        Time(row, at + 11),
        Time(row, at + 12),
        TimeOrNull(row, at + 13));

    public StoredBookmark Bookmark(DbDataReader row, int at = 0) => new(
        row.GetString(at),
        row.GetString(at + 1),
        row.GetString(at + 2),
        row.GetString(at + 3),
        row.GetString(at + 4),
        row.GetString(at + 5),
        row.GetString(at + 6),
        Text(row, at + 7),
        Text(row, at + 8),
        Text(row, at + 9),
        Time(row, at + 10),
        TimeOrNull(row, at + 11));

    public StoredIncident Incident(DbDataReader row) => new(
        row.GetString(0),
        Text(row, 1),
        Text(row, 2),
        Text(row, 3),
        Text(row, 4),
        Text(row, 5),
        Text(row, 6),
        Text(row, 7),
        row.GetString(8),
        Text(row, 9),
        Text(row, 10),
        Time(row, 11),
        TimeOrNull(row, 12));

    public DueStart Start(DbDataReader row) =>
        new(row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3), Text(row, 4), Time(row, 5));

    public DueTimer Timer(DbDataReader row) => new(row.GetString(0), row.GetString(1), Time(row, 2));

    public DateTimeOffset Time(DbDataReader row, int at) =>
        kind == DatabaseKind.Sqlite ? new DateTimeOffset(row.GetInt64(at), TimeSpan.Zero) : new DateTimeOffset(row.GetDateTime(at), TimeSpan.Zero);

    private DateTimeOffset? TimeOrNull(DbDataReader row, int at) => row.IsDBNull(at) ? null : Time(row, at);

    private static string? Text(DbDataReader row, int at) => row.IsDBNull(at) ? null : row.GetString(at);
}
