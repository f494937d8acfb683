using System.Text.Json;
using System.Text.Json.Nodes;

namespace Pana.Engine;

/// <summary>The text of an expression, however the definition was read.</summary>
internal static class ScriptSource
{
    public static string Of(Expression expression) => expression.Value switch
    {
        null => "",
        string text => text,
        JsonValue json when json.GetValueKind() == JsonValueKind.String => json.GetValue<string>(),
        JsonElement { ValueKind: JsonValueKind.String } element => element.GetString()!,
        var other => throw new ScriptException($"A {expression.Type} expression must be a text, but it is a {other.GetType().Name}."),
    };
}
