namespace Pana.Cases;

/// <summary>One service given to one recipient (p18). It is never changed: a wrong entry is struck out and stays.</summary>
public sealed class ServiceEntry
{
    /// <summary>Id of the entry.</summary>
    public Guid Id { get; set; } = Guid.CreateVersion7();

    /// <summary>The recipient's case.</summary>
    public Guid CaseId { get; set; }

    /// <summary>The organisation that keeps the case.</summary>
    public Guid OrganisationId { get; set; }

    /// <summary>Code of the service, see <see cref="ServiceCodes"/>.</summary>
    public required string Service { get; set; }

    /// <summary>On what ground, decided when it was recorded.</summary>
    public ServiceBasis Basis { get; set; }

    /// <summary>When it began.</summary>
    public DateTimeOffset At { get; set; }

    /// <summary>The organisation's day on which it began.</summary>
    public DateOnly Day { get; set; }

    /// <summary>How long it took, in minutes.</summary>
    public int Minutes { get; set; }

    /// <summary>The measure of the plan it performs, as <see cref="PlanMeasure.Mark"/>; null when none was named.</summary>
    public string? Measure { get; set; }

    /// <summary>The filled form, sealed: who gave it if not the recorder, and the note.</summary>
    public Guid AnswersId { get; set; }

    /// <summary>When it was recorded.</summary>
    public DateTimeOffset RecordedAt { get; set; }

    /// <summary>Who recorded it.</summary>
    public Guid? RecordedById { get; set; }

    /// <summary>The recorder's name, as it was then.</summary>
    public required string RecordedByName { get; set; }

    /// <summary>When it was struck out; null while it stands.</summary>
    public DateTimeOffset? StruckAt { get; set; }

    /// <summary>Who struck it out.</summary>
    public Guid? StruckById { get; set; }

    /// <summary>The name of who struck it out, as it was then.</summary>
    public string? StruckByName { get; set; }

    /// <summary>Why, sealed.</summary>
    public Guid? StruckAnswersId { get; set; }
}
