namespace Pana.Cases;

/// <summary>What is known of the report to the internal affairs bodies (p35, card item 18).</summary>
public enum PoliceReport
{
    /// <summary>Not asked or not answered.</summary>
    Unknown,

    /// <summary>The recipient has filed; the organisation has no duty (Q16).</summary>
    Filed,

    /// <summary>The recipient refused to file; the organisation must inform (p35).</summary>
    Refused,

    /// <summary>The organisation has informed the internal affairs body.</summary>
    InformedByOrganisation,
}
