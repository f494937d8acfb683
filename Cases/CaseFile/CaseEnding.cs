namespace Pana.Cases;

/// <summary>The kind of ending for which the head's order is awaited (p38).</summary>
public enum CaseEnding
{
    /// <summary>Completion (p40).</summary>
    Completion,

    /// <summary>Cessation for contraindications (p36).</summary>
    Cessation,

    /// <summary>Expulsion with termination of the contract (p37).</summary>
    Expulsion,

    /// <summary>Sending or transfer to another organisation (p38).</summary>
    Transfer,
}
