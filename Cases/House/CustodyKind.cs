namespace Pana.Cases;

/// <summary>What paragraph 39 lets a recipient have back.</summary>
public enum CustodyKind
{
    /// <summary>Clothing or footwear assigned individually and by season.</summary>
    Clothing,

    /// <summary>A valuable.</summary>
    Valuable,

    /// <summary>A document.</summary>
    Document,
}
