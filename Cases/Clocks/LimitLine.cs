using System.Text.Json.Serialization;

namespace Pana.Cases;

/// <summary>One line of the table of limits: what is limited, and by which paragraph of the Standard.</summary>
public abstract record LimitLine
{
    /// <summary>Id, for example <c>p28.1</c>.</summary>
    [JsonPropertyName("id")]
    public required string Id { get; init; }

    /// <summary>Row of the table, for example <c>D08</c>.</summary>
    [JsonPropertyName("row")]
    public required string Row { get; init; }

    /// <summary>Paragraph, for example <c>28</c>.</summary>
    [JsonPropertyName("paragraph")]
    public required string Paragraph { get; init; }

    /// <summary>What must be done or is bounded, in the three languages.</summary>
    [JsonPropertyName("name")]
    public required LocalizedText Name { get; init; }
}
