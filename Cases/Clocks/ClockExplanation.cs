using System.Text.Json.Serialization;

namespace Pana.Cases;

/// <summary>
/// How a due date was found: the first fact, every day from it to the last one, the calendar and the edition of the limits
/// used; <see cref="LimitFrom"/> is the application day from which that edition holds, null for the first.
/// </summary>
public sealed record ClockExplanation(
    [property: JsonPropertyName("anchor")] string AnchorEvent,
    [property: JsonPropertyName("anchorOn")] DateOnly AnchorOn,
    [property: JsonPropertyName("unit")] LimitUnit Unit,
    [property: JsonPropertyName("amount")] int Amount,
    [property: JsonPropertyName("days")] IReadOnlyList<ExplainedDay> Days,
    [property: JsonPropertyName("due")] DateOnly DueOn,
    [property: JsonPropertyName("calendar")] string CalendarEdition,
    [property: JsonPropertyName("limit")] int LimitEdition = 1,
    [property: JsonPropertyName("limitFrom"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateOnly? LimitFrom = null);

/// <summary>One day of the count; <see cref="Number"/> is its place when it counts, <see cref="Reason"/> says why it does not.</summary>
public sealed record ExplainedDay(
    [property: JsonPropertyName("date")] DateOnly Date,
    [property: JsonPropertyName("counted")] bool Counted,
    [property: JsonPropertyName("number")] int? Number,
    [property: JsonPropertyName("reason")] LocalizedText? Reason);
