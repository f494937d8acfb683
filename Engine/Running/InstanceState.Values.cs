using System.Globalization;
using System.Text.Json;

namespace Pana.Engine;

internal static partial class InstanceState
{
    private const string DateTag = "$t";
    private const string DecimalTag = "$m";
    private const string DoubleTag = "$f";
    private const string MapTag = "$o";

    /// <summary>The variables of the workflow and its outermost scope, for lists and the designer's viewer.</summary>
    public static IReadOnlyDictionary<string, object?> ReadVariables(string state)
    {
        using var document = JsonDocument.Parse(state, new JsonDocumentOptions { MaxDepth = 256 });
        return document.RootElement.TryGetProperty("root", out var root) && ReadMap(root, "vars") is { } variables ? variables : EmptyInput.Instance;
    }

    /// <summary>What the instance was started with and what it gave so far, for the designer's viewer.</summary>
    public static (IReadOnlyDictionary<string, object?> Input, IReadOnlyDictionary<string, object?> Output) ReadInputAndOutput(string state)
    {
        using var document = JsonDocument.Parse(state, new JsonDocumentOptions { MaxDepth = 256 });
        return (ReadMap(document.RootElement, "in") ?? EmptyInput.Instance, ReadMap(document.RootElement, "out") ?? EmptyInput.Instance);
    }

    internal static void WriteValue(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case string text:
                json.WriteStringValue(text);
                break;
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            case int number:
                json.WriteNumberValue(number);
                break;
            case long number:
                json.WriteNumberValue(number);
                break;
            case double number when double.IsFinite(number) && !double.IsInteger(number):
                json.WriteNumberValue(number);
                break;
            case double number:
                WriteTagged(json, DoubleTag, number.ToString("R", CultureInfo.InvariantCulture));
                break;
            case decimal number:
                WriteTagged(json, DecimalTag, number.ToString(CultureInfo.InvariantCulture));
                break;
            case DateTimeOffset moment:
                WriteTagged(json, DateTag, moment.ToString("O", CultureInfo.InvariantCulture));
                break;
            case Dictionary<string, object?> map:
                WriteObject(json, map);
                break;
            case List<object?> items:
                json.WriteStartArray();
                foreach (var item in items)
                {
                    WriteValue(json, item);
                }

                json.WriteEndArray();
                break;
            default:
                WriteValue(json, PlainData.From(value));
                break;
        }
    }

    internal static object? ReadValue(JsonElement json)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Array:
                var items = new List<object?>(json.GetArrayLength());
                foreach (var item in json.EnumerateArray())
                {
                    items.Add(ReadValue(item));
                }

                return items;
            case JsonValueKind.Object:
                return ReadObject(json);
            default:
                return PlainData.FromElement(json);
        }
    }

    /// <summary>A map with one member that starts with a dollar could be mistaken for a tag, so it is wrapped.</summary>
    private static void WriteObject(Utf8JsonWriter json, Dictionary<string, object?> map)
    {
        var wrap = map.Count == 1 && map.Keys.First().StartsWith('$');
        if (wrap)
        {
            json.WriteStartObject();
            json.WritePropertyName(MapTag);
        }

        json.WriteStartObject();
        foreach (var (key, item) in map)
        {
            json.WritePropertyName(key);
            WriteValue(json, item);
        }

        json.WriteEndObject();
        if (wrap)
        {
            json.WriteEndObject();
        }
    }

    private static object ReadObject(JsonElement json)
    {
        using var members = json.EnumerateObject();
        if (members.MoveNext() && members.Current is var first && first.Name.StartsWith('$') && !members.MoveNext())
        {
            switch (first.Name)
            {
                case DateTag:
                    return DateTimeOffset.Parse(first.Value.GetString()!, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);
                case DecimalTag:
                    return decimal.Parse(first.Value.GetString()!, CultureInfo.InvariantCulture);
                case DoubleTag:
                    return double.Parse(first.Value.GetString()!, CultureInfo.InvariantCulture);
                case MapTag:
                    return ReadPairs(first.Value);
            }
        }

        return ReadPairs(json);
    }

    private static Dictionary<string, object?> ReadPairs(JsonElement json)
    {
        var map = new Dictionary<string, object?>();
        foreach (var member in json.EnumerateObject())
        {
            map[member.Name] = ReadValue(member.Value);
        }

        return map;
    }

    private static Dictionary<string, object?>? ReadMap(JsonElement json, string name) =>
        json.TryGetProperty(name, out var map) ? ReadPairs(map) : null;

    private static string? ReadText(JsonElement json, string name) =>
        json.TryGetProperty(name, out var text) ? text.GetString() : null;

    private static void WriteText(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    private static void WriteMap(Utf8JsonWriter json, string name, IReadOnlyDictionary<string, object?> map, bool evenEmpty = false)
    {
        if (map.Count == 0 && !evenEmpty)
        {
            return;
        }

        json.WriteStartObject(name);
        foreach (var (key, value) in map)
        {
            json.WritePropertyName(key);
            WriteValue(json, value);
        }

        json.WriteEndObject();
    }

    private static void WriteTagged(Utf8JsonWriter json, string tag, string value)
    {
        json.WriteStartObject();
        json.WriteString(tag, value);
        json.WriteEndObject();
    }
}
