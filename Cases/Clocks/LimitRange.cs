using System.Text.Json.Serialization;

namespace Pana.Cases;

/// <summary>Bounds that the Standard sets without an event to count from, in hours a day: the length of a day stay (D02, paragraph 2).</summary>
public sealed record LimitRange : LimitLine
{
    /// <summary>The longest that a day can hold.</summary>
    public const int Most = 24;

    /// <summary>The fewest hours a day.</summary>
    [JsonPropertyName("from")]
    public required int From { get; init; }

    /// <summary>The most hours a day.</summary>
    [JsonPropertyName("to")]
    public required int To { get; init; }
}
