namespace Pana.Cases;

/// <summary>
/// The minimum staffing norms in use (p22, Appendix 3). They begin with <c>Workflows/Staffing</c>; <see cref="ContentLibrary"/> puts
/// what was published in their place.
/// </summary>
public sealed class StaffNorms
{
    private volatile IReadOnlyList<StaffNorm> _rows;

    private StaffNorms(StaffNormsFile file) => _rows = InOrder(file);

    /// <summary>The rows in the order of the appendix.</summary>
    public IReadOnlyList<StaffNorm> Rows => _rows;

    /// <summary>Reads <c>norms.json</c> of the folder.</summary>
    public static StaffNorms Load(string folder)
    {
        var file = DataFile.Read<StaffNormsFile>(folder, "norms.json");
        var defects = StaffRules.Check(file);
        return defects.Count == 0
            ? new StaffNorms(file)
            : throw new InvalidDataException($"{folder}/norms.json has {defects.Count} defect(s): {string.Join("; ", defects)}.");
    }

    /// <summary>What is in use from now on.</summary>
    internal void Use(StaffNormsFile file) => _rows = InOrder(file);

    private static IReadOnlyList<StaffNorm> InOrder(StaffNormsFile file) => [.. file.Rows.OrderBy(row => row.Number)];
}
