namespace Pana.Cases;

/// <summary>How the person came (p25).</summary>
public enum WayIn
{
    /// <summary>By referral of an authorised, healthcare or internal affairs body.</summary>
    Referral,

    /// <summary>By a personal application, appendix 4.</summary>
    Application,
}
