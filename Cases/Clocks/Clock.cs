namespace Pana.Cases;

/// <summary>One time limit of one case: begun by an event, met by another, and able to explain every day between.</summary>
public sealed class Clock
{
    /// <summary>Id of the clock.</summary>
    public Guid Id { get; set; } = Guid.CreateVersion7();

    /// <summary>The case.</summary>
    public Guid CaseId { get; set; }

    /// <summary>Obligation, for example <c>p28.1</c>.</summary>
    public required string ObligationId { get; set; }

    /// <summary>The event from which time runs.</summary>
    public Guid AnchorEventId { get; set; }

    /// <summary>When that event happened.</summary>
    public DateTimeOffset StartedAt { get; set; }

    /// <summary>The last day, local.</summary>
    public DateOnly DueOn { get; set; }

    /// <summary>The last second of that day in the organisation's time zone (Q2).</summary>
    public DateTimeOffset DueAt { get; set; }

    /// <summary>The event that met it or made it void.</summary>
    public Guid? MetByEventId { get; set; }

    /// <summary>When that event happened.</summary>
    public DateTimeOffset? MetAt { get; set; }

    /// <summary>Running, met, met late or void.</summary>
    public ClockState State { get; set; }

    /// <summary>How the due date was found, day by day.</summary>
    public required ClockExplanation Explanation { get; set; }
}
