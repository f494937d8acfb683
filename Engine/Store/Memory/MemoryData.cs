namespace Pana.Engine;

/// <summary>What the memory store keeps, shared by all scopes of one service provider.</summary>
internal sealed class MemoryData : IDisposable
{
    public SemaphoreSlim Writer { get; } = new(1, 1);

    public Dictionary<string, StoredInstance> Instances { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, StoredBookmark> Bookmarks { get; } = new(StringComparer.Ordinal);

    /// <summary>Until when a due timer is left to whoever took it.</summary>
    public Dictionary<string, DateTimeOffset> Claims { get; } = new(StringComparer.Ordinal);

    public List<JournalEntry> Journal { get; } = [];

    public Dictionary<string, StoredIncident> Incidents { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, DefinitionRow> Definitions { get; } = new(StringComparer.Ordinal);

    public List<TimerRow> Timers { get; } = [];

    /// <summary>How many bursts were written; a test asks how many writes an act took.</summary>
    public int Saves { get; set; }

    public void Dispose() => Writer.Dispose();
}
