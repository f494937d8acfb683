namespace Pana.Cases;

/// <summary>A norm with what carries it out.</summary>
/// <param name="Norm">The norm.</param>
/// <param name="Carriers">What carries it, or a part of it.</param>
/// <param name="Reason">Why it is in people's hands.</param>
/// <param name="Gap">What is missing.</param>
public sealed record NormCoverage(Norm Norm, IReadOnlyList<Carrier> Carriers, LocalizedText? Reason, LocalizedText? Gap)
{
    /// <summary>How it is carried out.</summary>
    public CoverageState State => Gap is not null ? CoverageState.Open : Reason is not null ? CoverageState.InHands : CoverageState.Carried;
}
