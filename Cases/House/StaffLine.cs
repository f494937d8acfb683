namespace Pana.Cases;

/// <summary>A post against its norm.</summary>
/// <param name="Norm">The norm.</param>
/// <param name="Owed">Units owed now; null where the appendix sets none.</param>
/// <param name="Own">Own units.</param>
/// <param name="Contracted">Units under contract (p23).</param>
public sealed record StaffLine(StaffNorm Norm, decimal? Owed, decimal Own, decimal Contracted)
{
    /// <summary>Units that are missing; never negative.</summary>
    public decimal Missing => Owed is { } owed ? Math.Max(0, owed - Own - Contracted) : 0;
}
