using Npgsql;
using NpgsqlTypes;
using Pana.Engine;

namespace Pana.Benchmarks;

/// <summary>L2 on PostgreSQL: one prepared statement that writes the operation's rows, its own transaction.</summary>
internal sealed class PostgresBare(string connectionString, BareRows start, BareRows step) : IBare
{
    private const string Rows =
        """
        b AS (INSERT INTO bookmarks (id, instance_id, activity_instance_id, activity_id, node_id, name, hash, correlation_id, callback, payload, created_at, due_at)
              SELECT * FROM unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)),
        j AS (INSERT INTO journal (id, instance_id, sequence, activity_instance_id, parent_activity_instance_id, activity_id, node_id, activity_type, activity_name, event_name, at, data)
              SELECT * FROM unnest($13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24))
        """;

    private const string Start =
        $"""
        WITH {Rows}
        INSERT INTO workflow_instances (id, definition_id, definition_version_id, definition_version, correlation_id, name, status, sub_status, state, revision, created_at, updated_at)
        VALUES ($25, $26, $27, 1, $28, $29, $30, $31, $32, 1, $33, $33)
        """;

    private const string Step =
        $"""
        WITH {Rows}, d AS (DELETE FROM bookmarks WHERE id = ANY($25))
        UPDATE workflow_instances SET status = $26, sub_status = $27, state = $28, revision = revision + 1, updated_at = $29 WHERE id = $30 AND revision = $31
        """;

    /// <summary>The lengths of the arrays would make PostgreSQL plan anew each time; the yardstick must not pay for that.</summary>
    private readonly NpgsqlDataSource _source = NpgsqlDataSource.Create(
        new NpgsqlConnectionStringBuilder(connectionString) { Options = "-c plan_cache_mode=force_generic_plan" }.ConnectionString);

    public async Task StartAsync(BareClient client)
    {
        (client.InstanceId, client.Revision, client.Sequence) = (BareClient.NewId(), 1, 0);
        await using var connection = await _source.OpenConnectionAsync();
        await using var command = new NpgsqlCommand(Start, connection);
        AddRows(command, client, start);
        var i = start.Instance;
        Text(command, client.InstanceId, i.DefinitionId, i.DefinitionVersionId, i.CorrelationId, i.Name, i.Status, i.SubStatus, i.State);
        Time(command, i.CreatedAt);
        await command.ExecuteNonQueryAsync();
    }

    public async Task StepAsync(BareClient client)
    {
        await using var connection = await _source.OpenConnectionAsync();
        await using var command = new NpgsqlCommand(Step, connection);
        var old = client.BookmarkIds;
        AddRows(command, client, step);
        command.Parameters.Add(new NpgsqlParameter<string[]> { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text, TypedValue = old });
        var i = step.Instance;
        Text(command, i.Status, i.SubStatus, i.State);
        Time(command, i.UpdatedAt);
        Text(command, client.InstanceId);
        command.Parameters.Add(new NpgsqlParameter<int> { NpgsqlDbType = NpgsqlDbType.Integer, TypedValue = client.Revision++ });
        if (await command.ExecuteNonQueryAsync() < 1)
        {
            throw new InvalidOperationException("The bare step updated nothing: the run is void.");
        }
    }

    public ValueTask DisposeAsync() => _source.DisposeAsync();

    private static void AddRows(NpgsqlCommand command, BareClient client, BareRows rows)
    {
        client.BookmarkIds = [.. rows.Bookmarks.Select(_ => BareClient.NewId())];
        Texts(command, client.BookmarkIds);
        Texts(command, rows.Bookmarks.Select(_ => client.InstanceId));
        Texts(command, rows.Bookmarks.Select(b => b.ActivityInstanceId));
        Texts(command, rows.Bookmarks.Select(b => b.ActivityId));
        Texts(command, rows.Bookmarks.Select(b => b.NodeId));
        Texts(command, rows.Bookmarks.Select(b => b.Name));
        Texts(command, rows.Bookmarks.Select(b => b.Hash));
        Texts(command, rows.Bookmarks.Select(b => b.CorrelationId));
        Texts(command, rows.Bookmarks.Select(b => b.Callback));
        Texts(command, rows.Bookmarks.Select(b => b.Payload));
        Times(command, rows.Bookmarks.Select(b => (DateTime?)b.CreatedAt.UtcDateTime));
        Times(command, rows.Bookmarks.Select(b => b.DueAt?.UtcDateTime));
        Texts(command, rows.Journal.Select(_ => BareClient.NewId()));
        Texts(command, rows.Journal.Select(_ => client.InstanceId));
        command.Parameters.Add(new NpgsqlParameter<long[]>
        {
            NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bigint,
            TypedValue = [.. rows.Journal.Select(_ => ++client.Sequence)],
        });
        Texts(command, rows.Journal.Select(j => j.ActivityInstanceId));
        Texts(command, rows.Journal.Select(j => j.ParentActivityInstanceId));
        Texts(command, rows.Journal.Select(j => j.ActivityId));
        Texts(command, rows.Journal.Select(j => j.NodeId));
        Texts(command, rows.Journal.Select(j => j.ActivityType));
        Texts(command, rows.Journal.Select(j => j.ActivityName));
        Texts(command, rows.Journal.Select(j => j.EventName));
        Times(command, rows.Journal.Select(j => (DateTime?)j.At.UtcDateTime));
        Texts(command, rows.Journal.Select(j => j.Data));
    }

    private static void Text(NpgsqlCommand command, params string?[] values)
    {
        foreach (var value in values)
        {
            command.Parameters.Add(PostgresParameters.Of(value));
        }
    }

    private static void Time(NpgsqlCommand command, DateTimeOffset value) => command.Parameters.Add(PostgresParameters.Of(value));

    private static void Texts(NpgsqlCommand command, IEnumerable<string?> values) =>
        command.Parameters.Add(new NpgsqlParameter<string?[]> { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text, TypedValue = [.. values] });

    private static void Times(NpgsqlCommand command, IEnumerable<DateTime?> values) =>
        command.Parameters.Add(new NpgsqlParameter<DateTime?[]> { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.TimestampTz, TypedValue = [.. values] });
}
