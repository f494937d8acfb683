using System.Globalization;
using System.Text.Json.Nodes;

namespace Pana.Cases;

/// <summary>
/// Answers of a form: key → JSON value (text, number, true/false, list of chosen values, list of rows).
/// Dates are <c>yyyy-MM-dd</c>, moments <c>yyyy-MM-ddTHH:mm</c> in the organisation's own time.
/// </summary>
public sealed class FormAnswers
{
    private readonly SortedDictionary<string, JsonNode?> _values = new(StringComparer.Ordinal);

    /// <summary>The mark of the posted form that these are from (<see cref="FormTyped.Once"/>); null when no browser sent them.</summary>
    public Guid? SentAs { get; internal set; }

    /// <summary>The keys that were asked, empty answers included.</summary>
    public IReadOnlyCollection<string> Keys => _values.Keys;

    /// <summary>The answer under a key, null when there is none.</summary>
    public JsonNode? this[string key]
    {
        get => _values.GetValueOrDefault(key);
        set => _values[key] = value;
    }

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    public static FormAnswers FromJson(JsonObject json)
    {
        ArgumentNullException.ThrowIfNull(json);
        var answers = new FormAnswers();
        foreach (var (key, value) in json)
        {
            answers[key] = value?.DeepClone();
        }

        return answers;
    }

    /// <summary>Reads the text of <see cref="ToJson"/>; an empty text is no answers.</summary>
    public static FormAnswers Parse(string? json) =>
        string.IsNullOrWhiteSpace(json) ? new FormAnswers() : FromJson(JsonNode.Parse(json)!.AsObject());

    /// <summary>A copy as one JSON object, keys in order.</summary>
    public JsonObject ToJson() =>
        new(_values.Select(pair => KeyValuePair.Create(pair.Key, pair.Value?.DeepClone())));

    /// <summary>The same answers without some keys.</summary>
    internal FormAnswers Without(IReadOnlySet<string> keys)
    {
        if (keys.Count == 0)
        {
            return this;
        }

        var rest = new FormAnswers();
        foreach (var (key, value) in _values.Where(pair => !keys.Contains(pair.Key)))
        {
            rest[key] = value?.DeepClone();
        }

        return rest;
    }

    /// <inheritdoc/>
    public override string ToString() => $"FormAnswers({_values.Count})";

    /// <summary>Is there an answer, be it an empty list?</summary>
    public bool Has(string key) => _values.TryGetValue(key, out var value) && value is not null;

    /// <summary>The answer as text; numbers in invariant form; null when there is none.</summary>
    public string? Text(string key) => AsText(this[key]);

    /// <summary>A tick: true only when it was ticked.</summary>
    public bool Ticked(string key) => this[key] is JsonValue value && value.TryGetValue<bool>(out var ticked) && ticked;

    /// <summary>A date, null when there is none or it cannot be read.</summary>
    public DateOnly? Date(string key) =>
        DateOnly.TryParseExact(Text(key), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    /// <summary>A moment in the organisation's own time, null when there is none.</summary>
    public DateTime? Moment(string key) =>
        DateTime.TryParseExact(Text(key), "yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment) ? moment : null;

    /// <summary>The chosen values of a checklist.</summary>
    public IReadOnlyList<string> Chosen(string key) =>
        this[key] is JsonArray array ? [.. array.Select(AsText).OfType<string>()] : [];

    /// <summary>The rows of a dynamic list.</summary>
    public IReadOnlyList<FormAnswers> Rows(string key) =>
        this[key] is JsonArray array ? [.. array.OfType<JsonObject>().Select(FromJson)] : [];

    /// <summary>Plain data for a workflow variable: text, bool, decimal or a list of texts.</summary>
    internal object? Plain(string key) => this[key] switch
    {
        JsonArray => Chosen(key),
        JsonValue value when value.TryGetValue<bool>(out var ticked) => ticked,
        JsonValue value when value.TryGetValue<decimal>(out var number) => number,
        var other => AsText(other),
    };

    /// <summary>The answer as one vault value: lists and rows as JSON text.</summary>
    internal string VaultText(string key) => this[key] is JsonArray array ? array.ToJsonString() : Text(key) ?? "";

    internal static string? AsText(JsonNode? node) => node switch
    {
        null => null,
        JsonValue value when value.TryGetValue<string>(out var text) => text,
        JsonValue value when value.TryGetValue<bool>(out var ticked) => ticked ? "true" : "false",
        _ => node.ToJsonString(),
    };
}
