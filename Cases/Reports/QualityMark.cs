namespace Pana.Cases;

/// <summary>How an organisation's work in a quarter was found to be (p12); the Standard knows no scale, so there are three plain words.</summary>
public enum QualityMark
{
    /// <summary>Good.</summary>
    Good,

    /// <summary>Sufficient, with something to mend.</summary>
    Fair,

    /// <summary>Insufficient.</summary>
    Poor,
}
