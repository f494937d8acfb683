namespace Pana.Cases;

/// <summary>How far the registration card has come (p34, appendix 7).</summary>
public enum CardState
{
    /// <summary>Not begun or not finished.</summary>
    None,

    /// <summary>Completed by the specialists.</summary>
    Completed,

    /// <summary>Its data are in the portal of social services.</summary>
    InPortal,
}
