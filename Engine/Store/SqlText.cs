namespace Pana.Engine;

/// <summary>
/// The statements of the hot path, in the words of both databases: <c>@name</c> is a parameter. Where PostgreSQL
/// writes many rows with one statement it has its own text in <see cref="PostgresWorkflowStore"/>.
/// </summary>
internal static class SqlText
{
    public const string InstanceColumns =
        "id, definition_id, definition_version_id, definition_version, correlation_id, name, parent_instance_id, status, sub_status, state, revision, created_at, updated_at, finished_at";

    public const string BookmarkColumns =
        "id, instance_id, activity_instance_id, activity_id, node_id, name, hash, correlation_id, callback, payload, created_at, due_at";

    public const string JournalColumns =
        "id, instance_id, sequence, activity_instance_id, parent_activity_instance_id, activity_id, node_id, activity_type, activity_name, event_name, at, data";

    public const string IncidentColumns =
        "id, instance_id, definition_id, definition_version_id, correlation_id, activity_id, node_id, activity_type, message, exception_type, stimulus, created_at, resolved_at";

    public static readonly string TakeBookmark =
        $"SELECT {Prefix("b", BookmarkColumns)}, {Prefix("i", InstanceColumns)} FROM workflow_instances i JOIN bookmarks b ON b.instance_id = i.id WHERE b.id = $1";

    public static readonly string LoadInstance = $"SELECT {InstanceColumns} FROM workflow_instances WHERE id = $1";

    public const string RunningChildren =
        "SELECT id FROM workflow_instances WHERE parent_instance_id = $1 AND finished_at IS NULL ORDER BY created_at, id";

    public const string PublishedVersion =
        "SELECT version_id FROM workflow_definitions WHERE definition_id = $1 AND is_published ORDER BY version DESC LIMIT 1";

    public static readonly string InsertInstance = Insert("workflow_instances", InstanceColumns);

    public static readonly string InsertBookmark = Insert("bookmarks", BookmarkColumns);

    public static readonly string InsertJournal = Insert("journal", JournalColumns);

    /// <summary>An incident that fails again keeps its id: the newer account replaces the older and one attempt is counted.</summary>
    public static readonly string InsertIncident =
        Insert("incidents", IncidentColumns).Replace("resolved_at)", "resolved_at, attempts)", StringComparison.Ordinal).Replace("$13)", "$13, 1)", StringComparison.Ordinal)
        + " ON CONFLICT (id) DO UPDATE SET message = excluded.message, exception_type = excluded.exception_type, created_at = excluded.created_at, resolved_at = NULL, attempts = incidents.attempts + 1";

    public const string UpdateInstance =
        "UPDATE workflow_instances SET correlation_id = $3, name = $4, status = $5, sub_status = $6, state = $7, revision = $8, updated_at = $9, finished_at = $10, " +
        "definition_version_id = $11, definition_version = $12 WHERE id = $1 AND revision = $2";

    public const string DueStarts =
        "SELECT id, definition_id, definition_version_id, activity_id, schedule, due_at FROM timers WHERE due_at <= $1 ORDER BY due_at, id LIMIT $2";

    public const string AdvanceStart = "UPDATE timers SET due_at = $3 WHERE id = $1 AND due_at = $2";

    public const string EndStart = "DELETE FROM timers WHERE id = $1 AND due_at = $2";

    public const string DeferTimer = "UPDATE bookmarks SET claimed_until = $2 WHERE id = $1";

    public static readonly string GetIncident = $"SELECT {IncidentColumns} FROM incidents WHERE id = $1";

    public const string ResolveIncident = "UPDATE incidents SET resolved_at = $2 WHERE id = $1 AND resolved_at IS NULL";

    /// <summary>A found wait, narrowed only by what was given: each of the four shapes keeps its own plan.</summary>
    public static string FindBookmarks(bool byCorrelation, bool byInstance) =>
        $"SELECT {BookmarkColumns} FROM bookmarks WHERE name = $1 AND hash = $2"
        + (byCorrelation ? " AND correlation_id = $3" : "")
        + (byInstance ? $" AND instance_id = ${(byCorrelation ? 4 : 3)}" : "")
        + " ORDER BY created_at, id";

    private static string Insert(string table, string columns)
    {
        var count = columns.Count(c => c == ',') + 1;
        return $"INSERT INTO {table} ({columns}) VALUES ({string.Join(", ", Enumerable.Range(1, count).Select(i => $"${i}"))})";
    }

    private static string Prefix(string alias, string columns) =>
        string.Join(", ", columns.Split(", ").Select(column => $"{alias}.{column}"));
}
