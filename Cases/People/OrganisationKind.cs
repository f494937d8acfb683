namespace Pana.Cases;

/// <summary>Kinds of temporary stay and residence organisations (p4).</summary>
public enum OrganisationKind
{
    /// <summary>Crisis centre (p4 1)).</summary>
    CrisisCentre,

    /// <summary>Social assistance centre (p4 2)).</summary>
    SocialAssistanceCentre,

    /// <summary>Shelter (p4 3)).</summary>
    Shelter,

    /// <summary>Another organisation (p4 4)).</summary>
    Other,
}
