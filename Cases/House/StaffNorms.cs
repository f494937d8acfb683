using System.Text.Json.Serialization;

namespace Pana.Cases;

/// <summary>The minimum staffing norms of <c>Workflows/Staffing/norms.json</c> (p22, Appendix 3).</summary>
public sealed class StaffNorms
{
    private StaffNorms(IReadOnlyList<StaffNorm> rows) => Rows = rows;

    /// <summary>The rows in the order of the appendix.</summary>
    public IReadOnlyList<StaffNorm> Rows { get; }

    /// <summary>Reads <c>norms.json</c> of the folder.</summary>
    public static StaffNorms Load(string folder)
    {
        var file = DataFile.Read<NormsFile>(folder, "norms.json");
        return file.Rows.Select(row => row.Post).Distinct(StringComparer.Ordinal).Count() == file.Rows.Count
            && file.Rows.All(row => row.Per is { Amount: > 0, Of: "child" or "studyGroup" } || (row.UpTo20 is not null && row.UpTo50 is not null))
            ? new StaffNorms(file.Rows)
            : throw new InvalidDataException(
                "Workflows/Staffing/norms.json: expected every row to have a post of its own and either upTo20 and upTo50 or per (child or studyGroup, at least 1); one has not.");
    }

    private sealed record NormsFile([property: JsonPropertyName("rows")] IReadOnlyList<StaffNorm> Rows);
}
