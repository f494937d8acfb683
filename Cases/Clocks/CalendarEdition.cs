using System.Text.Json.Serialization;

namespace Pana.Cases;

/// <summary>One act that changed the calendar: when it was signed, from when it is in force, what it changed.</summary>
public sealed record CalendarEdition
{
    /// <summary>Id, for example <c>2026-03-18</c>.</summary>
    [JsonPropertyName("id")]
    public required string Id { get; init; }

    /// <summary>The act.</summary>
    [JsonPropertyName("act")]
    public required LocalizedText Act { get; init; }

    /// <summary>When it was signed, where that is known.</summary>
    [JsonPropertyName("signed")]
    public DateOnly? Signed { get; init; }

    /// <summary>From when it is in force.</summary>
    [JsonPropertyName("inForce")]
    public required DateOnly InForce { get; init; }

    /// <summary>Whether it is an expectation and not an act.</summary>
    [JsonPropertyName("projection")]
    public bool IsProjection { get; init; }

    /// <summary>What an editor of the calendar should know.</summary>
    [JsonPropertyName("note")]
    public string? Note { get; init; }

    /// <summary>Holidays it introduces.</summary>
    [JsonPropertyName("holidays")]
    public IReadOnlyList<YearlyHoliday> Holidays { get; init; } = [];

    /// <summary>Holidays it ends.</summary>
    [JsonPropertyName("ends")]
    public IReadOnlyList<HolidayEnd> Ends { get; init; } = [];

    /// <summary>Working days it exchanges with days off.</summary>
    [JsonPropertyName("transfers")]
    public IReadOnlyList<DayTransfer> Transfers { get; init; } = [];

    /// <summary>Days off with a date of their own each year; never substituted.</summary>
    [JsonPropertyName("moving")]
    public IReadOnlyList<MovingHoliday> Moving { get; init; } = [];
}

/// <summary>A holiday on the same date each year; <see cref="IsSubstituted"/> gives the next working day off when it falls on a day off.</summary>
public sealed record YearlyHoliday(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("month")] int Month,
    [property: JsonPropertyName("day")] int Day,
    [property: JsonPropertyName("substituted")] bool IsSubstituted,
    [property: JsonPropertyName("name")] LocalizedText Name,
    [property: JsonPropertyName("from")] int? From = null);

/// <summary>The last day on which a holiday was one.</summary>
public sealed record HolidayEnd(
    [property: JsonPropertyName("holiday")] string Holiday,
    [property: JsonPropertyName("after")] DateOnly After);

/// <summary>A weekday made off for a weekend day that is worked.</summary>
public sealed record DayTransfer(
    [property: JsonPropertyName("off")] DateOnly Off,
    [property: JsonPropertyName("worked")] DateOnly Worked);

/// <summary>A day off announced for one year.</summary>
public sealed record MovingHoliday(
    [property: JsonPropertyName("date")] DateOnly Date,
    [property: JsonPropertyName("name")] LocalizedText Name);
