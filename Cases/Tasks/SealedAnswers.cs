namespace Pana.Cases;

/// <summary>A filled form, encrypted under the case's key (purpose <c>answers</c>).</summary>
public sealed class SealedAnswers
{
    /// <summary>Id; part of what the encryption binds.</summary>
    public Guid Id { get; set; } = Guid.CreateVersion7();

    /// <summary>The case.</summary>
    public Guid CaseId { get; set; }

    /// <summary>The task it completed; null for the application.</summary>
    public Guid? TaskId { get; set; }

    /// <summary>The form.</summary>
    public required string FormId { get; set; }

    /// <summary>Its version.</summary>
    public required string FormVersion { get; set; }

    /// <summary>JSON of the answers, encrypted.</summary>
    public required byte[] Sealed { get; set; }

    /// <summary>When it was filled.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>Who filled it.</summary>
    public Guid? ActorId { get; set; }
}
