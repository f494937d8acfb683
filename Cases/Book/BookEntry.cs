namespace Pana.Cases;

/// <summary>One entry of an organisation's book of complaints and suggestions (p10). Nothing in the book is changed or removed.</summary>
public sealed class BookEntry
{
    /// <summary>Id; part of what the encryption binds.</summary>
    public Guid Id { get; set; } = Guid.CreateVersion7();

    /// <summary>The organisation whose book it is.</summary>
    public Guid OrganisationId { get; set; }

    /// <summary>Complaint or suggestion.</summary>
    public BookEntryKind Kind { get; set; }

    /// <summary>The day on which it was made.</summary>
    public DateOnly Day { get; set; }

    /// <summary>JSON of the filled form under the organisation's key: the words, and who wrote them if they said so.</summary>
    public required byte[] Sealed { get; set; }

    /// <summary>When it was entered.</summary>
    public DateTimeOffset RecordedAt { get; set; }

    /// <summary>Who entered it for the recipient or visitor.</summary>
    public Guid? RecordedById { get; set; }

    /// <summary>The name of who entered it, as it was then.</summary>
    public required string RecordedByName { get; set; }
}
