namespace Pana.Cases;

/// <summary>The names of case events with their titles and paragraphs, from <c>Workflows/Texts/events.json</c>.</summary>
public sealed class EventCatalog
{
    private readonly Dictionary<string, EventText> _events;

    private EventCatalog(IEnumerable<EventText> events) => _events = events.ToDictionary(text => text.Name, StringComparer.Ordinal);

    /// <summary>All events.</summary>
    public IReadOnlyCollection<EventText> All => _events.Values;

    /// <summary>Reads <c>events.json</c> of the folder.</summary>
    public static EventCatalog Load(string folder) => new(DataFile.Read<EventText[]>(folder, "events.json"));

    /// <summary>The event of a name, or null.</summary>
    public EventText? Find(string name) => _events.GetValueOrDefault(name);

    /// <summary>The event of a name; otherwise an exception that names the known ones.</summary>
    public EventText Get(string name) => Find(name) ?? throw new CaseRuleException(
        "Rule.UnknownEvent",
        $"'{name}' is not a case event. Known events: {string.Join(", ", _events.Keys.Order(StringComparer.Ordinal))}.",
        name);
}
