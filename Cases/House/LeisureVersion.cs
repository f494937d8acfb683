namespace Pana.Cases;

/// <summary>One version of a plan of activities: a draft until the head approves it, frozen from then on (p9 6) 1)).</summary>
public sealed class LeisureVersion
{
    /// <summary>Id; part of what the encryption binds.</summary>
    public Guid Id { get; set; } = Guid.CreateVersion7();

    /// <summary>The plan.</summary>
    public Guid PlanId { get; set; }

    /// <summary>1 for the first.</summary>
    public int Number { get; set; }

    /// <summary>The version of the form it was filled by.</summary>
    public required string FormVersion { get; set; }

    /// <summary>JSON of the filled form under the organisation's key.</summary>
    public required byte[] Sealed { get; set; }

    /// <summary>When it was last written.</summary>
    public DateTimeOffset DraftedAt { get; set; }

    /// <summary>Who wrote it last.</summary>
    public Guid? DraftedById { get; set; }

    /// <summary>The name of who wrote it last, as it was then.</summary>
    public required string DraftedByName { get; set; }

    /// <summary>When it was sent to the head; null while it is being written.</summary>
    public DateTimeOffset? SentAt { get; set; }

    /// <summary>When the head approved it; null before.</summary>
    public DateTimeOffset? ApprovedAt { get; set; }

    /// <summary>Who approved it.</summary>
    public Guid? ApprovedById { get; set; }

    /// <summary>The name of who approved it, as it was then.</summary>
    public string? ApprovedByName { get; set; }

    /// <summary>Counts changes; a page sends it back to show what it was looking at.</summary>
    public int Revision { get; set; }
}
