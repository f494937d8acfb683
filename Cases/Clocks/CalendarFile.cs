using System.Text.Json.Serialization;

namespace Pana.Cases;

/// <summary>A file of <c>Workflows/Calendar</c>.</summary>
internal sealed record CalendarFile(
    [property: JsonPropertyName("country")] string Country,
    [property: JsonPropertyName("name")] LocalizedText Name,
    [property: JsonPropertyName("words")] CalendarWords Words,
    [property: JsonPropertyName("editions")] IReadOnlyList<CalendarEdition> Editions);

/// <summary>What the calendar says of a day; <c>{0}</c> is the holiday or the day exchanged, <c>{1}</c> the holiday's date.</summary>
internal sealed record CalendarWords(
    [property: JsonPropertyName("working")] LocalizedText Working,
    [property: JsonPropertyName("saturday")] LocalizedText Saturday,
    [property: JsonPropertyName("sunday")] LocalizedText Sunday,
    [property: JsonPropertyName("substitute")] LocalizedText Substitute,
    [property: JsonPropertyName("transferredOff")] LocalizedText TransferredOff,
    [property: JsonPropertyName("transferredWork")] LocalizedText TransferredWork);
