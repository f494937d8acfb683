namespace Pana.Cases;

/// <summary>The head's review of one month of the book (p11), a month without entries too.</summary>
public sealed class BookReview
{
    /// <summary>Id; part of what the encryption binds.</summary>
    public Guid Id { get; set; } = Guid.CreateVersion7();

    /// <summary>The organisation.</summary>
    public Guid OrganisationId { get; set; }

    /// <summary>First day of the month under review.</summary>
    public DateOnly Month { get; set; }

    /// <summary>When the month was over and the review became due.</summary>
    public DateTimeOffset OpenedAt { get; set; }

    /// <summary>The last day for it.</summary>
    public DateOnly DueOn { get; set; }

    /// <summary>When it was done; null while it waits.</summary>
    public DateTimeOffset? ReviewedAt { get; set; }

    /// <summary>Who did it.</summary>
    public Guid? ReviewedById { get; set; }

    /// <summary>The name of who did it, as it was then.</summary>
    public string? ReviewedByName { get; set; }

    /// <summary>How many entries the month had when it was reviewed.</summary>
    public int Entries { get; set; }

    /// <summary>JSON of the filled form under the organisation's key.</summary>
    public byte[]? Sealed { get; set; }
}
