using System.Collections;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Jint;
using Jint.Native;
using Jint.Native.Date;
using Jint.Native.Object;

namespace Pana.Engine;

/// <summary>Copies plain data into a script and back. Nothing of .NET is ever handed to a script.</summary>
internal sealed class JavaScriptData(Jint.Engine engine, ScriptLimits limits)
{
    private int _values;

    public JsValue In(object? value) => In(value, 0);

    public object? Out(JsValue value)
    {
        _values = 0;
        return Out(value, 0);
    }

    private JsValue In(object? value, int depth)
    {
        Count(depth);
        return value switch
        {
            null => JsValue.Null,
            string text => new JsString(text),
            bool truth => truth ? JsBoolean.True : JsBoolean.False,
            int number => JsNumber.Create(number),
            long number => new JsNumber(number),
            double number => new JsNumber(number),
            float number => new JsNumber(number),
            decimal number => new JsNumber((double)number),
            DateTimeOffset or DateTime => JsValue.FromObject(engine, value),
            JsonElement element => In(JsonNode.Parse(element.GetRawText()), depth),
            JsonValue json => FromJson(json),
            JsonArray array => List(array, depth),
            JsonObject node => Map(node.Select(p => new KeyValuePair<string, object?>(p.Key, p.Value)), depth),
            IReadOnlyDictionary<string, object?> map => Map(map, depth),
            IDictionary<string, object?> map => Map(map, depth),
            IEnumerable list => List(list, depth),
            Enum or Guid or DateOnly or TimeOnly or TimeSpan or Uri => new JsString(Convert.ToString(value, CultureInfo.InvariantCulture)!),
            IConvertible number when IsNumber(number) => new JsNumber(number.ToDouble(CultureInfo.InvariantCulture)),
            _ => throw new ScriptException(
                $"A value of type {value.GetType()} cannot be given to a script. Expected plain data: text, number, true/false, time, list or dictionary."),
        };
    }

    private static bool IsNumber(IConvertible value) =>
        value.GetTypeCode() is >= TypeCode.SByte and <= TypeCode.Decimal;

    private static JsValue FromJson(JsonValue value) => value.GetValueKind() switch
    {
        JsonValueKind.String => new JsString(value.GetValue<string>()),
        JsonValueKind.Number => new JsNumber(value.GetValue<double>()),
        JsonValueKind.True => JsBoolean.True,
        JsonValueKind.False => JsBoolean.False,
        _ => JsValue.Null,
    };

    private JsArray List(IEnumerable items, int depth)
    {
        var values = new List<JsValue>();
        foreach (var item in items)
        {
            values.Add(In(item, depth + 1));
        }

        return new JsArray(engine, [.. values]);
    }

    private JsObject Map(IEnumerable<KeyValuePair<string, object?>> entries, int depth)
    {
        var result = new JsObject(engine);
        foreach (var (key, value) in entries)
        {
            result.Set(key, In(value, depth + 1));
        }

        return result;
    }

    private object? Out(JsValue value, int depth)
    {
        Count(depth);
        switch (value)
        {
            case JsString text:
                var result = text.ToString();
                return result.Length <= limits.Text
                    ? result
                    : throw new ScriptException($"The script returned a text of {result.Length:N0} characters; at most {limits.Text:N0} are allowed.");
            case JsBoolean:
                return value.AsBoolean();
            case JsNumber whole when IsWhole(whole.AsNumber()):
                // Whole numbers are stored, compared and printed as such.
                return Math.Abs(whole.AsNumber()) <= int.MaxValue ? (int)whole.AsNumber() : (object)(long)whole.AsNumber();
            case JsNumber number:
                return number.AsNumber();
            case JsDate date:
                return double.IsNaN(date.DateValue) ? null : new DateTimeOffset(date.ToDateTime().ToUniversalTime(), TimeSpan.Zero);
            case JsArray array:
                return List(array, depth);
            case JsObject map:
                return Map(map, depth);
            default:
                if (value.IsNull() || value.IsUndefined())
                {
                    return null;
                }

                throw new ScriptException(
                    $"The script returned a {value.Type} ({value.GetType().Name}). Expected plain data: text, number, true/false, date, list or object.");
        }
    }

    private static bool IsWhole(double value) => value == Math.Truncate(value) && Math.Abs(value) < 9007199254740992d;

    private List<object?> List(JsArray array, int depth)
    {
        if (array.Length > limits.Elements)
        {
            throw new ScriptException($"The script returned a list of {array.Length:N0} elements; at most {limits.Elements:N0} are allowed.");
        }

        var items = new List<object?>((int)array.Length);
        for (uint i = 0; i < array.Length; i++)
        {
            var own = array.GetOwnProperty(JsNumber.Create(i));
            items.Add(Out(Plain(own), depth + 1));
        }

        return items;
    }

    private Dictionary<string, object?> Map(ObjectInstance map, int depth)
    {
        var result = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var (key, own) in map.GetOwnProperties())
        {
            if (key is JsString && own.Enumerable)
            {
                result[key.ToString()] = Out(Plain(own), depth + 1);
            }
        }

        return result;
    }

    /// <summary>A getter is code: it would run after the limits have been lifted.</summary>
    private static JsValue Plain(Jint.Runtime.Descriptors.PropertyDescriptor own) =>
        own.Get is null && own.Set is null
            ? own.Value ?? JsValue.Undefined
            : throw new ScriptException("The script returned an object with a getter. Expected plain data.");

    private void Count(int depth)
    {
        if (depth > limits.Depth)
        {
            throw new ScriptException($"The data is nested more than {limits.Depth} deep.");
        }

        if (++_values > limits.Elements)
        {
            throw new ScriptException($"The data has more than {limits.Elements:N0} values.");
        }
    }
}
