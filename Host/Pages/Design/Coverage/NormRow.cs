using Pana.Cases;

namespace Pana.Portal.Pages.Design.Coverage;

/// <summary>One norm with its carriers in words.</summary>
/// <param name="Coverage">What is written of it.</param>
/// <param name="Carriers">Its carriers.</param>
internal sealed record NormRow(NormCoverage Coverage, IReadOnlyList<CarrierRow> Carriers)
{
    /// <summary>Whether something that carried it is in use no more.</summary>
    public bool HasLost => Carriers.Any(carrier => carrier.IsLost);

    /// <summary>How it is carried out now: what is written, unless a carrier was lost.</summary>
    public CoverageState State => Coverage.State == CoverageState.Carried && HasLost ? CoverageState.Open : Coverage.State;
}
