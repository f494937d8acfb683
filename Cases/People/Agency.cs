namespace Pana.Cases;

/// <summary>A body outside the organisation that takes part in the procedure.</summary>
public sealed class Agency
{
    /// <summary>Id of the agency; claims and tasks refer to it.</summary>
    public Guid Id { get; set; } = Guid.CreateVersion7();

    /// <summary>Which kind of body it is (p25).</summary>
    public AgencyKind Kind { get; set; }

    /// <summary>Name in Kazakh.</summary>
    public required string NameKk { get; set; }

    /// <summary>Name in Russian.</summary>
    public required string NameRu { get; set; }

    /// <summary>Name in English.</summary>
    public required string NameEn { get; set; }

    /// <summary>The name in the three languages.</summary>
    public LocalizedText Name => new(NameKk, NameRu, NameEn);
}
