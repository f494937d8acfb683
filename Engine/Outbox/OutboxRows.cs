using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Pana.Engine;

/// <summary>The statements of the outbox, on a session's connection.</summary>
internal sealed class OutboxRows
{
    private const string Due = "due_at <= @now AND (claimed_until IS NULL OR claimed_until <= @now)";

    private readonly DbSession _session;

    private OutboxRows(DbSession session) => _session = session;

    public static OutboxRows For(DbSession session) => new(session);

    public Task<int> AddAsync(string id, string kind, string? correlationId, string body, DateTimeOffset now, CancellationToken ct) =>
        ExecuteAsync(
            """
            INSERT INTO outbox (id, kind, correlation_id, body, created_at, due_at, attempts)
            VALUES (@id, @kind, @correlation, @body, @now, @now, 0) ON CONFLICT (id) DO NOTHING
            """,
            ct, ("id", id), ("kind", kind), ("correlation", correlationId), ("body", body), ("now", now));

    /// <summary>
    /// Takes due messages of the kinds for this node until <paramref name="until"/>, but none that was due before
    /// <paramref name="stale"/>; the attempt is counted before it is made.
    /// </summary>
    public Task<List<(OutboxMessage Message, int Attempt)>> ClaimAsync(
        IReadOnlyList<string> kinds, DateTimeOffset now, DateTimeOffset stale, DateTimeOffset until, int max, CancellationToken ct) =>
        _session.InTransactionAsync(
            async token =>
            {
                var skip = _session.Kind == DatabaseKind.Postgres ? " FOR UPDATE SKIP LOCKED" : "";
                using var command = Command(
                    $"""
                    UPDATE outbox SET claimed_until = @until, attempts = attempts + 1
                    WHERE id IN (SELECT id FROM outbox WHERE {Due} AND due_at > @stale AND kind IN ({Names(kinds)}) ORDER BY due_at, id LIMIT @max{skip})
                    RETURNING id, kind, body, correlation_id, attempts
                    """,
                    [("now", now), ("stale", stale), ("until", until), ("max", max), .. Values(kinds)]);
                var claimed = new List<(OutboxMessage, int)>();
                var rows = await command.ExecuteReaderAsync(token).ConfigureAwait(false);
                await using (rows.ConfigureAwait(false))
                {
                    while (await rows.ReadAsync(token).ConfigureAwait(false))
                    {
                        var message = new OutboxMessage(rows.GetString(0), rows.GetString(1), rows.GetString(2))
                        {
                            CorrelationId = await rows.IsDBNullAsync(3, token).ConfigureAwait(false) ? null : rows.GetString(3),
                        };
                        claimed.Add((message, rows.GetInt32(4)));
                    }
                }

                return claimed;
            },
            ct);

    public Task<int> SentAsync(string id, DateTimeOffset now, CancellationToken ct) =>
        InOwnAsync("UPDATE outbox SET sent_at = @now, due_at = NULL, claimed_until = NULL, last_error = NULL WHERE id = @id", ct, ("id", id), ("now", now));

    public Task<int> RetryAsync(string id, DateTimeOffset due, string error, CancellationToken ct) =>
        InOwnAsync("UPDATE outbox SET due_at = @due, claimed_until = NULL, last_error = @error WHERE id = @id", ct, ("id", id), ("due", due), ("error", error));

    public Task<int> GiveUpAsync(string id, string error, CancellationToken ct) =>
        InOwnAsync("UPDATE outbox SET due_at = NULL, claimed_until = NULL, last_error = @error WHERE id = @id", ct, ("id", id), ("error", error));

    /// <summary>A message that was given up is due again.</summary>
    public Task<int> ReviveAsync(string id, DateTimeOffset now, CancellationToken ct) =>
        InOwnAsync("UPDATE outbox SET due_at = @now, attempts = 0 WHERE id = @id AND sent_at IS NULL AND expired_at IS NULL AND due_at IS NULL", ct, ("id", id), ("now", now));

    /// <summary>What nobody could send in time is not sent any more.</summary>
    public Task<int> ExpireAsync(DateTimeOffset now, DateTimeOffset stale, CancellationToken ct) =>
        InOwnAsync(
            """
            UPDATE outbox SET expired_at = @now, due_at = NULL, claimed_until = NULL
            WHERE due_at <= @stale AND (claimed_until IS NULL OR claimed_until <= @now)
            """,
            ct, ("now", now), ("stale", stale));

    /// <summary>Removes some of what was sent or expired before the moment, and says how many.</summary>
    public Task<int> PurgeAsync(DateTimeOffset before, int max, CancellationToken ct) =>
        InOwnAsync(
            "DELETE FROM outbox WHERE id IN (SELECT id FROM outbox WHERE sent_at < @before OR expired_at < @before LIMIT @max)",
            ct, ("before", before), ("max", max));

    /// <summary>How many messages of other kinds than these are due, by kind.</summary>
    public Task<List<ParkedMessages>> ParkedAsync(IReadOnlyList<string> kinds, DateTimeOffset now, CancellationToken ct) =>
        _session.InTransactionAsync(
            async token =>
            {
                var others = kinds.Count == 0 ? "" : $" AND kind NOT IN ({Names(kinds)})";
                using var command = Command($"SELECT kind, COUNT(*) FROM outbox WHERE due_at <= @now{others} GROUP BY kind ORDER BY kind", [("now", now), .. Values(kinds)]);
                var parked = new List<ParkedMessages>();
                var rows = await command.ExecuteReaderAsync(token).ConfigureAwait(false);
                await using (rows.ConfigureAwait(false))
                {
                    while (await rows.ReadAsync(token).ConfigureAwait(false))
                    {
                        parked.Add(new ParkedMessages(rows.GetString(0), rows.GetInt64(1)));
                    }
                }

                return parked;
            },
            ct);

    private static string Names(IReadOnlyList<string> kinds) => string.Join(", ", kinds.Select((_, i) => $"@kind{i}"));

    private static IEnumerable<(string Name, object? Value)> Values(IReadOnlyList<string> kinds) => kinds.Select((kind, i) => ($"kind{i}", (object?)kind));

    private Task<int> InOwnAsync(string sql, CancellationToken ct, params (string, object?)[] values) =>
        _session.InTransactionAsync(token => ExecuteAsync(sql, token, values), ct);

    private async Task<int> ExecuteAsync(string sql, CancellationToken ct, params (string, object?)[] values)
    {
        using var command = Command(sql, values);
        return await command.ExecuteNonQueryAsync(ct).ConfigureAwait(false);
    }

    private DbCommand Command(string sql, params (string Name, object? Value)[] values)
    {
        var command = _session.Connection.CreateCommand();
        command.CommandText = sql;
        command.Transaction = _session.Transaction;
        foreach (var (name, value) in values)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.DbType = value is string or null ? DbType.String : parameter.DbType;
            parameter.Value = value switch
            {
                null => DBNull.Value,
                DateTimeOffset time when parameter is SqliteParameter => time.UtcTicks,
                DateTimeOffset time => time.UtcDateTime,
                _ => value,
            };
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
