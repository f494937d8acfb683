using System.Text.Json;

namespace Pana.Engine;

internal static class VariableValues
{
    /// <summary>A value for a variable, converted to its declared type.</summary>
    public static object? Of(Variable? variable, object? value)
    {
        if (variable is null || variable.IsArray || value is null || ValueTypes.Find(variable.TypeName) is not { } type || type == typeof(object) || type.IsInstanceOfType(value))
        {
            return PlainData.From(value);
        }

        try
        {
            return PlainData.From(ValueTypes.Convert(value, type));
        }
        catch (Exception e) when (e is FormatException or InvalidCastException or OverflowException or ArgumentException or JsonException or NotSupportedException)
        {
            throw new InvalidOperationException(
                $"Variable '{variable.Name}' is declared as {variable.TypeName} but was given {PlainData.Describe(value)}. Change the declaration, or give it a {variable.TypeName}.",
                e);
        }
    }

    /// <summary>The initial value of a variable; the designer stores every value as text.</summary>
    public static object? Initial(Variable variable)
    {
        var value = PlainData.FromNode(variable.Value);
        if (value is null or "" && variable.TypeName != "String")
        {
            return null;
        }

        if (variable.IsArray)
        {
            return PlainData.From(ValueTypes.Convert<List<object?>>(value));
        }

        return variable.TypeName switch
        {
            "Object" or "JSON" or "JsonNode" or "JsonElement" or "JsonObject" when value is string text && text.TrimStart() is ['{' or '[', ..] =>
                PlainData.FromNode(System.Text.Json.Nodes.JsonNode.Parse(text)),
            _ => ValueTypes.Find(variable.TypeName) is { } type && type != typeof(object) ? PlainData.From(ValueTypes.Convert(value, type)) : value,
        };
    }
}
