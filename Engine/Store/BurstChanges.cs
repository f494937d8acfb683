namespace Pana.Engine;

/// <summary>Everything one burst writes, in the order it must be applied.</summary>
internal sealed class BurstChanges
{
    /// <summary>Instances to insert (no expected revision) or to update.</summary>
    public List<InstanceChange> Instances { get; } = [];

    /// <summary>Bookmarks that were consumed or cancelled; their timers go with them.</summary>
    public List<string> BookmarksRemoved { get; } = [];

    /// <summary>New waits; one with a due time is a timer too.</summary>
    public List<StoredBookmark> BookmarksAdded { get; } = [];

    /// <summary>New journal lines.</summary>
    public List<JournalEntry> Journal { get; } = [];

    /// <summary>Modelled faults.</summary>
    public List<StoredIncident> Incidents { get; } = [];

    /// <summary>Whether nothing else is written in this transaction, so that COMMIT may ride in the same round trip.</summary>
    public bool EngineOwnsTransaction { get; set; }
}
