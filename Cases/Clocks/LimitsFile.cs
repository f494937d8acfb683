using System.Text.Json.Serialization;

namespace Pana.Cases;

/// <summary>The content of the limits.</summary>
internal sealed record LimitsFile(
    [property: JsonPropertyName("words")] LimitWords Words,
    [property: JsonPropertyName("settings")] IReadOnlyList<Reading> Settings,
    [property: JsonPropertyName("limits")] IReadOnlyList<Obligation> Limits,
    [property: JsonPropertyName("ranges")] IReadOnlyList<LimitRange>? Ranges = null);

/// <summary>What an explanation says of days that no calendar explains.</summary>
internal sealed record LimitWords(
    [property: JsonPropertyName("eventDay")] LocalizedText EventDay,
    [property: JsonPropertyName("rolled")] LocalizedText Rolled);
