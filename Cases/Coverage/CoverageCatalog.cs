namespace Pana.Cases;

/// <summary>
/// Every norm of the Standard with what carries it out, from <c>Workflows/Coverage</c>. It says what is meant to carry a norm;
/// whether that is in use now, <see cref="CarrierCheck"/> says.
/// </summary>
public sealed class CoverageCatalog
{
    private readonly IReadOnlyDictionary<string, LocalizedText> _names;

    private CoverageCatalog(IReadOnlyList<NormCoverage> all, IReadOnlyDictionary<string, LocalizedText> names) => (All, _names) = (all, names);

    /// <summary>Every norm, in the order of the Standard.</summary>
    public IReadOnlyList<NormCoverage> All { get; }

    /// <summary>Reads <c>norms.json</c> and <c>coverage.json</c> of the folder.</summary>
    /// <exception cref="ContentDefectsException">The files have defects; all are named.</exception>
    public static CoverageCatalog Load(string folder)
    {
        var coverage = DataFile.Read<CoverageFile>(folder, "coverage.json");
        return Of(DataFile.Read<NormsFile>(folder, "norms.json"), coverage);
    }

    /// <summary>What carries a norm; null when there is no such norm.</summary>
    public NormCoverage? Find(string norm) => All.FirstOrDefault(one => one.Norm.Id == norm);

    /// <summary>The name of a page, or of a step that has none in three languages; null for everything that names itself.</summary>
    public LocalizedText? NameOf(Carrier carrier)
    {
        ArgumentNullException.ThrowIfNull(carrier);
        return _names.GetValueOrDefault(carrier.Name);
    }

    internal static CoverageCatalog Of(NormsFile norms, CoverageFile coverage) =>
        new(new CoverageReader(norms, coverage).Read(), coverage.Names ?? new Dictionary<string, LocalizedText>());
}
