using System.Text.Json;
using System.Text.Json.Nodes;

namespace Pana.Engine;

/// <summary>A constant; JSON values become plain data.</summary>
internal sealed class LiteralEvaluator : IExpressionEvaluator
{
    public string Type => "Literal";

    public object? Evaluate(Expression expression, ExpressionContext context) => JsonSource.Value(expression.Value);
}

/// <summary>A constant given as a text that contains JSON.</summary>
internal sealed class ObjectEvaluator(string type) : IExpressionEvaluator
{
    public string Type => type;

    public object? Evaluate(Expression expression, ExpressionContext context) => Read(expression);

    public string? Check(Expression expression)
    {
        try
        {
            Read(expression);
            return null;
        }
        catch (JsonException e)
        {
            return $"The text is not JSON: {e.Message}";
        }
    }

    private static object? Read(Expression expression)
    {
        var value = JsonSource.Value(expression.Value);
        return value is string text ? text.Trim().Length == 0 ? null : PlainData.FromNode(JsonNode.Parse(text)) : value;
    }
}

/// <summary>The value of a variable; the definition holds the variable itself, as JSON in a text.</summary>
internal sealed class VariableEvaluator : IExpressionEvaluator
{
    public string Type => "Variable";

    public object? Evaluate(Expression expression, ExpressionContext context) =>
        context.GetVariable((string)(expression.Prepared ??= NameOf(expression)));

    internal static string NameOf(Expression expression) =>
        expression.Value is Variable variable ? variable.Id : JsonSource.Member(expression.Value, "id", "name");
}

/// <summary>The value of a workflow input; the definition holds the input's declaration, as JSON in a text.</summary>
internal sealed class InputEvaluator : IExpressionEvaluator
{
    public string Type => "Input";

    public object? Evaluate(Expression expression, ExpressionContext context) =>
        context.Input.GetValueOrDefault((string)(expression.Prepared ??= JsonSource.Member(expression.Value, "name", "id")));
}

/// <summary>An output of an activity: <c>{"activityId": …, "outputName": …}</c> or <c>activity.Output</c>.</summary>
internal sealed class OutputEvaluator : IExpressionEvaluator
{
    public string Type => "Output";

    public object? Evaluate(Expression expression, ExpressionContext context)
    {
        var (activity, output) = ((string, string?))(expression.Prepared ??= Parse(expression.Value));
        return context.GetOutputFrom(activity, output);
    }

    private static (string Activity, string? Output) Parse(object? value)
    {
        if (JsonSource.AsObject(value) is { } map)
        {
            return (JsonSource.Member(map, "activityId", "activity"), map["outputName"]?.GetValue<string>());
        }

        var parts = (JsonSource.Value(value) as string ?? "").Split('.', 2);
        return (parts[0], parts.Length > 1 ? parts[1] : null);
    }
}

/// <summary>Reads what the designer stores as JSON inside a text.</summary>
internal static class JsonSource
{
    public static object? Value(object? value) => value is JsonNode or JsonElement ? PlainData.From(value) : value;

    public static JsonObject? AsObject(object? value)
    {
        if (value is JsonObject map)
        {
            return map;
        }

        if (Value(value) is not string text || !text.TrimStart().StartsWith('{'))
        {
            return null;
        }

        try
        {
            return JsonNode.Parse(text) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The first member that holds a text; a text that is no object is itself the answer.</summary>
    public static string Member(object? value, params string[] names)
    {
        if (AsObject(value) is not { } map)
        {
            return Value(value) as string ?? "";
        }

        foreach (var name in names)
        {
            if (map[name] is JsonValue member && member.TryGetValue(out string? text) && text.Length > 0)
            {
                return text;
            }
        }

        return "";
    }
}
