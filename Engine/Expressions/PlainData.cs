using System.Collections;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Pana.Engine;

/// <summary>
/// Brings every value into the few shapes that survive a restart unchanged: null, string, bool, int, long, double,
/// decimal, <see cref="DateTimeOffset"/>, <c>List&lt;object?&gt;</c> and <c>Dictionary&lt;string, object?&gt;</c>.
/// </summary>
internal static class PlainData
{
    private const double SafeInteger = 9007199254740992;

    public static JsonSerializerOptions Json { get; } = new()
    {
        Converters = { new JsonStringEnumConverter() },
        PropertyNameCaseInsensitive = true,
    };

    public static object? From(object? value) => value switch
    {
        null => null,
        string or bool or int or DateTimeOffset => value,
        long n => Whole(n),
        double d => Number(d),
        float f => Number(f),
        decimal m => decimal.IsInteger(m) && m is >= long.MinValue and <= long.MaxValue ? Whole((long)m) : m,
        byte or sbyte or short or ushort => Convert.ToInt32(value, CultureInfo.InvariantCulture),
        uint n => Whole(n),
        ulong n => n <= long.MaxValue ? Whole((long)n) : (decimal)n,
        DateTime t => t.Kind == DateTimeKind.Local ? new DateTimeOffset(t).ToUniversalTime() : new DateTimeOffset(DateTime.SpecifyKind(t, DateTimeKind.Utc)),
        DateOnly d => d.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeSpan or Guid or Uri or Enum or char => Convert.ToString(value, CultureInfo.InvariantCulture),
        byte[] bytes => Convert.ToBase64String(bytes),
        JsonNode node => FromNode(node),
        JsonElement element => FromElement(element),
        IReadOnlyDictionary<string, object?> map => FromPairs(map),
        IDictionary<string, object?> map => FromPairs(map),
        IDictionary => FromNode(JsonSerializer.SerializeToNode(value, value.GetType(), Json)),
        IEnumerable items => FromItems(items),
        _ => FromNode(JsonSerializer.SerializeToNode(value, value.GetType(), Json)),
    };

    public static object? FromNode(JsonNode? node)
    {
        switch (node)
        {
            case null:
                return null;
            case JsonObject map:
                var pairs = new Dictionary<string, object?>(map.Count);
                foreach (var (key, item) in map)
                {
                    pairs[key] = FromNode(item);
                }

                return pairs;
            case JsonArray items:
                var list = new List<object?>(items.Count);
                foreach (var item in items)
                {
                    list.Add(FromNode(item));
                }

                return list;
            default:
                var value = (JsonValue)node;
                if (value.TryGetValue(out JsonElement element))
                {
                    return FromElement(element);
                }

                return From(value.GetValue<object>());
        }
    }

    public static object? FromElement(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                var pairs = new Dictionary<string, object?>();
                foreach (var member in element.EnumerateObject())
                {
                    pairs[member.Name] = FromElement(member.Value);
                }

                return pairs;
            case JsonValueKind.Array:
                var list = new List<object?>(element.GetArrayLength());
                foreach (var item in element.EnumerateArray())
                {
                    list.Add(FromElement(item));
                }

                return list;
            case JsonValueKind.String:
                return element.GetString();
            case JsonValueKind.Number:
                return element.TryGetInt64(out var whole) ? Whole(whole) : Number(element.GetDouble());
            case JsonValueKind.True:
                return true;
            case JsonValueKind.False:
                return false;
            default:
                return null;
        }
    }

    public static JsonNode? ToNode(object? value) => value switch
    {
        null => null,
        Dictionary<string, object?> map => new JsonObject(map.Select(p => new KeyValuePair<string, JsonNode?>(p.Key, ToNode(p.Value)))),
        List<object?> items => new JsonArray([.. items.Select(ToNode)]),
        string s => JsonValue.Create(s),
        _ => JsonSerializer.SerializeToNode(value, value.GetType(), Json),
    };

    /// <summary>Names the shape of a value for an error text, without its content.</summary>
    public static string Describe(object? value) => value switch
    {
        null => "nothing",
        string s => $"a text of {s.Length} characters",
        IDictionary => "an object",
        IEnumerable => "a list",
        _ => $"a {ValueTypes.NameOf(value.GetType())}",
    };

#pragma warning disable CA1859 // The boxed type differs: int where it fits.
    private static object Whole(long n)
    {
        if (n is >= int.MinValue and <= int.MaxValue)
        {
            return (int)n;
        }

        return n;
    }
#pragma warning restore CA1859

    private static object Number(double d) => double.IsInteger(d) && Math.Abs(d) < SafeInteger ? Whole((long)d) : d;

    private static Dictionary<string, object?> FromPairs(IEnumerable<KeyValuePair<string, object?>> pairs)
    {
        var result = new Dictionary<string, object?>();
        foreach (var (key, item) in pairs)
        {
            result[key] = From(item);
        }

        return result;
    }

    private static List<object?> FromItems(IEnumerable items)
    {
        var result = new List<object?>();
        foreach (var item in items)
        {
            result.Add(From(item));
        }

        return result;
    }
}
