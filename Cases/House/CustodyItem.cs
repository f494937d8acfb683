namespace Pana.Cases;

/// <summary>A thing of a recipient that the organisation keeps, or clothing assigned to the recipient (p39, A-32).</summary>
public sealed class CustodyItem
{
    /// <summary>Id; part of what the encryption binds.</summary>
    public Guid Id { get; set; } = Guid.CreateVersion7();

    /// <summary>The recipient's case.</summary>
    public Guid CaseId { get; set; }

    /// <summary>The filled form, sealed: what it is, how many, which marks.</summary>
    public Guid AnswersId { get; set; }

    /// <summary>Clothing, valuable or document.</summary>
    public CustodyKind Kind { get; set; }

    /// <summary>When it was taken or assigned.</summary>
    public DateTimeOffset TakenAt { get; set; }

    /// <summary>The name of who took it, as it was then.</summary>
    public required string TakenByName { get; set; }

    /// <summary>When it was given back; null while it is held.</summary>
    public DateTimeOffset? ReturnedAt { get; set; }

    /// <summary>The name of who gave it back, as it was then.</summary>
    public string? ReturnedByName { get; set; }
}
