using System.Text.Json.Serialization;

namespace Pana.Cases;

/// <summary>Who signed for which group of signers and when; <see cref="Dissents"/> marks a signer of another opinion .</summary>
public sealed record PaperSignature(
    [property: JsonPropertyName("group")] string Group,
    [property: JsonPropertyName("signerId")] Guid? SignerId,
    [property: JsonPropertyName("signerName")] string SignerName,
    [property: JsonPropertyName("signedAt")] DateTimeOffset SignedAt,
    [property: JsonPropertyName("dissents")] bool Dissents = false);
