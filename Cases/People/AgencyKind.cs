namespace Pana.Cases;

/// <summary>The bodies that may refer a person (p25).</summary>
public enum AgencyKind
{
    /// <summary>District (city) body of employment and social programmes, which also decides (p31).</summary>
    AuthorisedBody,

    /// <summary>Internal affairs body (p25, p29, p35).</summary>
    InternalAffairs,

    /// <summary>Healthcare body (p25).</summary>
    Healthcare,
}
