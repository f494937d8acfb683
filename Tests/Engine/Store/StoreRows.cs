using Pana.Engine;

namespace Pana.Tests.Engine.Store;

/// <summary>Rows with defaults: a test names only what it is about.</summary>
internal static class StoreRows
{
    public static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    public static StoredInstance Instance(string id, int revision = 1, string state = "{}", string? parent = null, string? correlation = null, DateTimeOffset? finished = null) =>
        new(id, "definition", "version-1", 1, correlation, "name", parent, "Running", "Suspended", state, revision, Noon, Noon, finished);

    public static StoredBookmark Bookmark(string id, string instance, string name = "Pana.UserTask", string hash = "hash", string? correlation = null, DateTimeOffset? due = null) =>
        new(id, instance, "activity-instance", "activity", "node", name, hash, correlation, "Resume", """{"form":"sign"}""", Noon, due);

    public static JournalEntry Journal(string instance, long sequence, string eventName = "Completed") =>
        new($"{instance}-{sequence}", instance, sequence, "activity-instance", null, "activity", "node", "Pana.UserTask", null, eventName, Noon, null);

    public static StoredIncident Incident(string id, string instance) =>
        new(id, instance, "definition", "version-1", null, "activity", "node", "Pana.UserTask", "It failed.", "System.InvalidOperationException", """{"bookmark":"b"}""", Noon, null);

    public static BurstChanges Changes(bool owns = true) => new() { EngineOwnsTransaction = owns };

    public static BurstChanges With(this BurstChanges changes, StoredInstance instance, int? expected = null)
    {
        changes.Instances.Add(new InstanceChange(instance, expected));
        return changes;
    }

    public static BurstChanges With(this BurstChanges changes, params StoredBookmark[] bookmarks)
    {
        changes.BookmarksAdded.AddRange(bookmarks);
        return changes;
    }

    public static BurstChanges With(this BurstChanges changes, params JournalEntry[] entries)
    {
        changes.Journal.AddRange(entries);
        return changes;
    }

    public static BurstChanges Without(this BurstChanges changes, params string[] bookmarks)
    {
        changes.BookmarksRemoved.AddRange(bookmarks);
        return changes;
    }
}
