using System.Text.Json.Serialization;

namespace Pana.Cases;

/// <summary>A group that signs a kind of paper.</summary>
public sealed record PaperSigner
{
    /// <summary>The code, for example <c>head</c>, <c>authority</c>, <c>recipient</c>.</summary>
    [JsonPropertyName("group")]
    public required string Group { get; init; }

    /// <summary>The name in three languages.</summary>
    [JsonIgnore]
    public LocalizedText Name => NameWords.Text;

    /// <summary>How many signatures complete the group; 0 makes it optional.</summary>
    [JsonPropertyName("least")]
    public int Least { get; init; } = 1;

    /// <summary>The recipient (or the legal representative) signs by hand: the name is printed from the vault and never stored beside the signature.</summary>
    [JsonPropertyName("person")]
    public bool Person { get; init; }

    [JsonPropertyName("name")]
    [JsonInclude]
    internal PaperWords NameWords { get; init; } = new();
}
