namespace Pana.Cases;

/// <summary>A temporary stay and residence organisation (p2, p4). Its address is a vault value, never a column.</summary>
public sealed class Organisation
{
    /// <summary>Id of the organisation; cases, tasks and claims refer to it.</summary>
    public Guid Id { get; set; } = Guid.CreateVersion7();

    /// <summary>Name in Kazakh.</summary>
    public required string NameKk { get; set; }

    /// <summary>Name in Russian.</summary>
    public required string NameRu { get; set; }

    /// <summary>Name in English.</summary>
    public required string NameEn { get; set; }

    /// <summary>Kind by p4.</summary>
    public OrganisationKind Kind { get; set; }

    /// <summary>IANA time zone in which the organisation's days begin and end (Q24).</summary>
    public string TimeZone { get; set; } = "Asia/Almaty";

    /// <summary>The authorised body that decides on the organisation's cases unless a case says otherwise (p25, A-04).</summary>
    public Guid? AuthorisedBodyId { get; set; }

    /// <summary>The internal affairs body that takes part in identification and is informed (p29, p35).</summary>
    public Guid? InternalAffairsBodyId { get; set; }

    /// <summary>The name in the three languages.</summary>
    public LocalizedText Name => new(NameKk, NameRu, NameEn);
}
