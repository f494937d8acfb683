namespace Pana.Cases;

/// <summary>What a norm of the Standard is.</summary>
public enum NormKind
{
    /// <summary>Says what holds or what a word means; nothing is done by it alone.</summary>
    Condition,

    /// <summary>An act with a time limit.</summary>
    Deadline,

    /// <summary>A paper that must exist.</summary>
    Document,

    /// <summary>An act without a time limit.</summary>
    Duty,

    /// <summary>What must not be done.</summary>
    Prohibition,

    /// <summary>How good something must be (p9).</summary>
    Quality,

    /// <summary>What a person may ask for.</summary>
    Right,
}
