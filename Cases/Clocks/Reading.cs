using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pana.Cases;

/// <summary>One open question of interpretation (Q1–Q24) and the reading in use; the recommended one is the default.</summary>
public sealed record Reading(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("value")] JsonElement Value,
    [property: JsonPropertyName("recommended")] JsonElement Recommended,
    [property: JsonPropertyName("reading")] LocalizedText Text,
    [property: JsonPropertyName("options")] IReadOnlyList<JsonElement>? Options = null);
