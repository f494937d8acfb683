using System.Text.Json.Nodes;

namespace Pana.Cases;

/// <summary>The values of a paper's fields, by name: text, tick, list of texts, or list of rows. What is not there is blank.</summary>
public sealed class PaperFields
{
    private readonly Dictionary<string, JsonNode?> _values = new(StringComparer.Ordinal);

    /// <summary>The value of a field, null when it is blank.</summary>
    public JsonNode? this[string name]
    {
        get => _values.GetValueOrDefault(name);
        set => _values[name] = value?.DeepClone();
    }

    /// <summary>Sets a text; empty is blank.</summary>
    public PaperFields Set(string name, string? text)
    {
        this[name] = string.IsNullOrWhiteSpace(text) ? null : JsonValue.Create(text);
        return this;
    }

    /// <summary>Takes vault values: a JSON list of texts becomes a list again.</summary>
    public PaperFields SetAll(IReadOnlyDictionary<string, string> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        foreach (var (name, text) in values)
        {
            if (AsList(text) is { } list)
            {
                this[name] = list;
            }
            else
            {
                Set(name, text);
            }
        }

        return this;
    }

    /// <summary>Takes the members of an object, for example the answers of a form.</summary>
    public PaperFields SetAll(JsonObject values)
    {
        ArgumentNullException.ThrowIfNull(values);
        foreach (var (name, value) in values)
        {
            this[name] = value;
        }

        return this;
    }

    private static JsonArray? AsList(string text)
    {
        if (!text.StartsWith('['))
        {
            return null;
        }

        try
        {
            return JsonNode.Parse(text) as JsonArray;
        }
        catch (System.Text.Json.JsonException)
        {
            return null; // A text that happens to begin with a bracket.
        }
    }
}
