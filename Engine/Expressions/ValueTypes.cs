using System.Collections;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml;

namespace Pana.Engine;

/// <summary>The type names of definitions, and conversion between the values they hold.</summary>
public static class ValueTypes
{
    private static readonly Dictionary<string, Type> ByName = new(StringComparer.Ordinal)
    {
        ["Object"] = typeof(object),
        ["String"] = typeof(string),
        ["Boolean"] = typeof(bool),
        ["Int32"] = typeof(int),
        ["Int64"] = typeof(long),
        ["Long"] = typeof(long),
        ["Single"] = typeof(float),
        ["Double"] = typeof(double),
        ["Decimal"] = typeof(decimal),
        ["Guid"] = typeof(Guid),
        ["DateTime"] = typeof(DateTime),
        ["DateTimeOffset"] = typeof(DateTimeOffset),
        ["TimeSpan"] = typeof(TimeSpan),
        ["StringDictionary"] = typeof(IDictionary<string, string>),
        ["ObjectDictionary"] = typeof(IDictionary<string, object>),
        ["JsonObject"] = typeof(JsonObject),
        ["JsonNode"] = typeof(JsonNode),
        ["JsonElement"] = typeof(JsonElement),
        ["ByteArray"] = typeof(byte[]),
    };

    /// <summary>The names a variable may be declared with.</summary>
    public static IReadOnlyCollection<string> Names => ByName.Keys;

    /// <summary>The name definitions use for a type.</summary>
    public static string NameOf(Type type)
    {
        ArgumentNullException.ThrowIfNull(type);
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(long))
        {
            return "Int64";
        }

        foreach (var (name, known) in ByName)
        {
            if (known == type)
            {
                return name;
            }
        }

        if (type == typeof(IReadOnlyDictionary<string, object>) || type == typeof(Dictionary<string, object>))
        {
            return "ObjectDictionary";
        }

        return ElementOf(type) is { } element ? $"List<{NameOf(element)}>" : type.Name;
    }

    /// <summary>Converts leniently: texts from the designer, numbers from scripts, JSON texts for lists and objects.</summary>
    public static T? Convert<T>(object? value) => value is T same ? same : (T?)Convert(value, typeof(T));

    /// <inheritdoc cref="Convert{T}"/>
    public static object? Convert(object? value, Type target)
    {
        ArgumentNullException.ThrowIfNull(target);
        var nullable = Nullable.GetUnderlyingType(target);
        target = nullable ?? target;
        if (value is null or "" && target != typeof(string) && target != typeof(object))
        {
            return nullable is null && target.IsValueType ? Activator.CreateInstance(target) : null;
        }

        if (value is null || target.IsInstanceOfType(value))
        {
            return value;
        }

        if (value is JsonNode or JsonElement && !typeof(JsonNode).IsAssignableFrom(target) && target != typeof(JsonElement))
        {
            return Convert(PlainData.From(value), target);
        }

        if (target == typeof(string))
        {
            return ToText(value);
        }

        if (target.IsEnum)
        {
            return value is string name ? Enum.Parse(target, name, ignoreCase: true) : Enum.ToObject(target, System.Convert.ToInt32(value, CultureInfo.InvariantCulture));
        }

        return value is string text ? FromText(text, target) : FromData(value, target);
    }

    internal static Type? Find(string name) => ByName.GetValueOrDefault(name);

    internal static Type? ElementOf(Type type)
    {
        if (type == typeof(string) || type == typeof(byte[]) || typeof(IDictionary).IsAssignableFrom(type))
        {
            return null;
        }

        if (type.IsArray)
        {
            return type.GetElementType();
        }

        return type.IsGenericType && type.GetGenericArguments() is [var element] && typeof(IEnumerable).IsAssignableFrom(type) ? element : null;
    }

    private static string ToText(object value) => value switch
    {
        bool b => b ? "True" : "False",
        DateTimeOffset t => t.ToString("O", CultureInfo.InvariantCulture),
        Dictionary<string, object?> or List<object?> => PlainData.ToNode(value)!.ToJsonString(PlainData.Json),
        JsonNode node => node is JsonValue single && single.TryGetValue(out string? s) ? s : node.ToJsonString(PlainData.Json),
        IFormattable f => f.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    private static object? FromText(string text, Type target)
    {
        var trimmed = text.Trim();
        if (target == typeof(bool))
        {
            return trimmed switch
            {
                "1" or "on" or "yes" => true,
                "0" or "off" or "no" => false,
                _ => bool.Parse(trimmed),
            };
        }

        if (target == typeof(TimeSpan))
        {
            return ToTimeSpan(trimmed);
        }

        if (target == typeof(DateTimeOffset))
        {
            return DateTimeOffset.Parse(trimmed, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
        }

        if (target == typeof(DateTime))
        {
            return DateTime.Parse(trimmed, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal);
        }

        if (target == typeof(DateOnly))
        {
            return DateOnly.Parse(trimmed, CultureInfo.InvariantCulture);
        }

        if (target == typeof(Guid))
        {
            return Guid.Parse(trimmed);
        }

        if (target == typeof(Uri))
        {
            return new Uri(trimmed, UriKind.RelativeOrAbsolute);
        }

        if (target == typeof(byte[]))
        {
            return System.Convert.FromBase64String(trimmed);
        }

        if (target.IsPrimitive || target == typeof(decimal))
        {
            return target == typeof(double) || target == typeof(float) || target == typeof(decimal)
                ? System.Convert.ChangeType(trimmed, target, CultureInfo.InvariantCulture)
                : System.Convert.ChangeType(decimal.Parse(trimmed, CultureInfo.InvariantCulture), target, CultureInfo.InvariantCulture);
        }

        if (trimmed.StartsWith('{') || trimmed.StartsWith('['))
        {
            return FromData(PlainData.FromNode(JsonNode.Parse(trimmed))!, target);
        }

        return ElementOf(target) is not null ? FromData(new List<object?> { text }, target) : JsonSerializer.Deserialize($"\"{JsonEncodedText.Encode(text)}\"", target, PlainData.Json);
    }

    private static object? FromData(object value, Type target)
    {
        if (target.IsInstanceOfType(value))
        {
            return value;
        }

        if ((target.IsPrimitive || target == typeof(decimal)) && value is IConvertible)
        {
            return System.Convert.ChangeType(value, target, CultureInfo.InvariantCulture);
        }

        if (target == typeof(DateTimeOffset) || target == typeof(DateTime))
        {
            var moment = (DateTimeOffset)(PlainData.From(value) ?? throw new InvalidCastException());
            return target == typeof(DateTime) ? moment.UtcDateTime : moment;
        }

        if (ElementOf(target) is { } element)
        {
            var items = value is IEnumerable many and not string and not IDictionary ? many : new[] { value };
            var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(element))!;
            foreach (var item in items)
            {
                list.Add(Convert(item, element));
            }

            if (!target.IsArray)
            {
                return target.IsInstanceOfType(list) ? list : Activator.CreateInstance(target, list);
            }

            var array = Array.CreateInstance(element, list.Count);
            list.CopyTo(array, 0);
            return array;
        }

        return PlainData.ToNode(PlainData.From(value)).Deserialize(target, PlainData.Json);
    }

    /// <summary>Hours may exceed 23: <c>72:00:00</c> is three days, not seventy-two of them. ISO 8601 durations too.</summary>
    private static TimeSpan ToTimeSpan(string text)
    {
        if (text.StartsWith('P') || text.StartsWith("-P", StringComparison.Ordinal))
        {
            return XmlConvert.ToTimeSpan(text);
        }

        var parts = text.Split(':');
        if (parts.Length is 2 or 3 && !parts[0].Contains('.', StringComparison.Ordinal) && int.TryParse(parts[0], CultureInfo.InvariantCulture, out var hours) && hours > 23)
        {
            return TimeSpan.FromHours(hours) + TimeSpan.Parse("00:" + string.Join(':', parts[1..]), CultureInfo.InvariantCulture);
        }

        return TimeSpan.Parse(text, CultureInfo.InvariantCulture);
    }
}
