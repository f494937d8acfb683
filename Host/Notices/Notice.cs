using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pana.Portal.Notices;

/// <summary>The body of a notice in the outbox: which text, which case, whose people. Ids and codes only.</summary>
internal sealed record Notice(
    [property: JsonPropertyName("message")] string Message,
    [property: JsonPropertyName("case")] string Code,
    [property: JsonPropertyName("organisation")] Guid Organisation,
    [property: JsonPropertyName("agency")] Guid? Agency)
{
    public static Notice Read(string body) =>
        JsonSerializer.Deserialize<Notice>(body) ?? throw new JsonException("Expected a notice, got null.");
}
