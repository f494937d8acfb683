using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pana.Portal.Notices;

/// <summary>The body of one letter in the outbox: the account it goes to and the case's code. The address is read when it is sent.</summary>
internal sealed record Letter(
    [property: JsonPropertyName("account")] Guid Account,
    [property: JsonPropertyName("case")] string Code)
{
    /// <summary>The kind under which the outbox keeps it.</summary>
    public const string OutboxKind = "mail";

    public static Letter Read(string body) =>
        JsonSerializer.Deserialize<Letter>(body) ?? throw new JsonException("Expected a letter, got null.");

    public string Write() => JsonSerializer.Serialize(this);
}
