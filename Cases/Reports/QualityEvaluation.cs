namespace Pana.Cases;

/// <summary>An evaluation of an organisation's work in a finished quarter, by its head or by the authorised body (p12, A-34). A later one stands beside it.</summary>
public sealed class QualityEvaluation
{
    /// <summary>Id; part of what the encryption binds.</summary>
    public Guid Id { get; set; } = Guid.CreateVersion7();

    /// <summary>The organisation whose work it is about.</summary>
    public Guid OrganisationId { get; set; }

    /// <summary>The authorised body that evaluated; null for the organisation's own head.</summary>
    public Guid? AgencyId { get; set; }

    /// <summary>The quarter, as <see cref="Pana.Cases.Quarter"/> writes it.</summary>
    public required string Quarter { get; set; }

    /// <summary>The mark.</summary>
    public QualityMark Mark { get; set; }

    /// <summary>The day of the evaluation.</summary>
    public DateOnly Day { get; set; }

    /// <summary>JSON of the filled form under the organisation's key.</summary>
    public required byte[] Sealed { get; set; }

    /// <summary>When it was entered.</summary>
    public DateTimeOffset RecordedAt { get; set; }

    /// <summary>Who entered it.</summary>
    public Guid? RecordedById { get; set; }

    /// <summary>The name of who entered it, as it was then.</summary>
    public required string RecordedByName { get; set; }
}
