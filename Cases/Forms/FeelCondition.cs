using System.Text.Json.Nodes;

namespace Pana.Cases;

/// <summary>A condition in the FEEL subset that forms use to hide a component. Immutable, free of side effects.</summary>
public sealed class FeelCondition
{
    private readonly FeelExpression _expression;

    private FeelCondition(string text, FeelExpression expression)
    {
        Text = text;
        _expression = expression;
    }

    /// <summary>The condition as written, without the leading equals sign.</summary>
    public string Text { get; }

    /// <summary>The answers the condition asks for.</summary>
    public IReadOnlyList<string> Names => [.. _expression.Names().Distinct(StringComparer.Ordinal)];

    /// <summary>Reads a condition, with or without form-js's leading equals sign; throws <see cref="FeelSyntaxException"/>.</summary>
    public static FeelCondition Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var body = text.TrimStart();
        body = body.StartsWith('=') ? body[1..] : body;
        return new FeelCondition(body.Trim(), new FeelParser(body).Read());
    }

    /// <summary>Does the condition hold? Unknown (null) is no.</summary>
    public bool Evaluate(FormAnswers answers) => Evaluate(answers, null);

    /// <summary>Does the condition hold inside a row, whose answers shadow those of the form?</summary>
    public bool Evaluate(FormAnswers answers, FormAnswers? row)
    {
        ArgumentNullException.ThrowIfNull(answers);
        return _expression.Value(name => Plain(row?[name] ?? answers[name])) is true;
    }

    /// <summary>The condition as nested arrays, for the script in the page.</summary>
    public JsonNode? ToJson() => _expression.ToJson();

    /// <inheritdoc/>
    public override string ToString() => Text;

    private static object? Plain(JsonNode? node) => node switch
    {
        JsonArray array => array.Select(Plain).ToList(),
        JsonValue value when value.TryGetValue<bool>(out var truth) => truth,
        JsonValue value when value.TryGetValue<decimal>(out var number) => number,
        JsonValue value when value.TryGetValue<int>(out var number) => (decimal)number,
        JsonValue value when value.TryGetValue<string>(out var text) => text.Length == 0 ? null : text,
        _ => null,
    };
}
