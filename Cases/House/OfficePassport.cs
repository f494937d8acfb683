namespace Pana.Cases;

/// <summary>One version of an office's passport (p9 1) 6)). Nothing in it is changed: what is drawn up anew is the next version.</summary>
public sealed class OfficePassport
{
    /// <summary>Id; part of what the encryption binds.</summary>
    public Guid Id { get; set; } = Guid.CreateVersion7();

    /// <summary>The office.</summary>
    public Guid OfficeId { get; set; }

    /// <summary>1 for the first.</summary>
    public int Number { get; set; }

    /// <summary>The version of the form it was filled by.</summary>
    public required string FormVersion { get; set; }

    /// <summary>JSON of the filled form under the organisation's key.</summary>
    public required byte[] Sealed { get; set; }

    /// <summary>When it was entered.</summary>
    public DateTimeOffset RecordedAt { get; set; }

    /// <summary>Who entered it.</summary>
    public Guid? RecordedById { get; set; }

    /// <summary>The name of who entered it, as it was then.</summary>
    public required string RecordedByName { get; set; }
}
