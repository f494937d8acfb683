namespace Pana.Cases;

/// <summary>A keyed hash of an IIN, a phone or a part of a name, by which a case can be found without storing them.</summary>
public sealed class BlindIndexEntry
{
    /// <summary>Id of the entry.</summary>
    public Guid Id { get; set; } = Guid.CreateVersion7();

    /// <summary>The case.</summary>
    public Guid CaseId { get; set; }

    /// <summary>The organisation whose key made the hash.</summary>
    public Guid OrganisationId { get; set; }

    /// <summary>The vault key it was made from.</summary>
    public required string Key { get; set; }

    /// <summary>HMAC-SHA-256.</summary>
    public required byte[] Hash { get; set; }
}
