using System.Text.Json;
using System.Text.Json.Nodes;

namespace Pana.Cases;

/// <summary>A kind of paper as it is stored and edited: what is said of it, and its template in each language.</summary>
internal sealed record DocumentBody(PaperKind Kind, IReadOnlyDictionary<string, string> Templates)
{
    private const int MaxLength = 400_000;

    /// <summary>Reads <c>{"kind": {…}, "templates": {"kk": "…"}}</c>.</summary>
    /// <exception cref="PaperException">The text is no document.</exception>
    public static DocumentBody Parse(string json)
    {
        if (json.Length > MaxLength)
        {
            throw new PaperException($"the document has {json.Length} characters; at most {MaxLength} are allowed.");
        }

        try
        {
            var root = JsonNode.Parse(json)!.AsObject();
            var kind = root["kind"].Deserialize<PaperKind>() ?? throw new PaperException("the document says nothing of its kind.");
            return new DocumentBody(kind, (root["templates"] as JsonObject ?? []).ToDictionary(pair => pair.Key, pair => pair.Value?.ToString() ?? "", StringComparer.Ordinal));
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or NullReferenceException)
        {
            throw new PaperException($"the document is not valid JSON: {error.Message}", error);
        }
    }

    /// <summary>The stored text of a kind's own JSON and its templates.</summary>
    public static string Compose(JsonNode kind, IEnumerable<KeyValuePair<string, string>> templates) => new JsonObject
    {
        ["kind"] = kind.DeepClone(),
        ["templates"] = new JsonObject(templates.Select(pair => KeyValuePair.Create<string, JsonNode?>(pair.Key, pair.Value.ReplaceLineEndings("\n")))),
    }.ToJsonString(Json.Options);
}
