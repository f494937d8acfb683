namespace Pana.Cases;

/// <summary>What stands in the book (p10).</summary>
public enum BookEntryKind
{
    /// <summary>A complaint.</summary>
    Complaint,

    /// <summary>A suggestion.</summary>
    Suggestion,
}
