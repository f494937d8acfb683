using System.Text.Json.Serialization;

namespace Pana.Cases;

/// <summary>The content of the minimum staffing norms as it is stored and edited (Appendix 3).</summary>
/// <param name="Paragraph">The paragraph that the norms belong to.</param>
/// <param name="Appendix">The appendix they stand in.</param>
/// <param name="Rows">The posts in the order of the appendix.</param>
public sealed record StaffNormsFile(
    [property: JsonPropertyName("paragraph")] string Paragraph,
    [property: JsonPropertyName("appendix")] int Appendix,
    [property: JsonPropertyName("rows")] IReadOnlyList<StaffNorm> Rows)
{
    /// <summary>The key of the one content of this kind.</summary>
    public const string Key = "staffing";

    /// <summary>Reads a stored body.</summary>
    /// <exception cref="InvalidDataException">It is no such content.</exception>
    public static StaffNormsFile Parse(string body) => ContentReader.Staffing(body);

    /// <summary>The body to store.</summary>
    public string Write() => Json.Write(this);
}
