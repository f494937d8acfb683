namespace Pana.Engine;

/// <summary>A recurring start: a published definition that begins with <c>Elsa.Timer</c>, <c>Elsa.Cron</c> or <c>Elsa.StartAt</c>.</summary>
public sealed class TimerRow
{
    public required string Id { get; set; }

    public required string DefinitionId { get; set; }

    public required string DefinitionVersionId { get; set; }

    public required string ActivityId { get; set; }

    /// <summary>A cron expression, or an interval as <c>[d.]hh:mm:ss</c>; null fires once.</summary>
    public string? Schedule { get; set; }

    public DateTimeOffset DueAt { get; set; }

    public DateTimeOffset? ClaimedUntil { get; set; }
}
