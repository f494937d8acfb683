using System.Text.Json.Serialization;

namespace Pana.Cases;

/// <summary>The content of <c>norms.json</c>: the norms, and the words that open the lists they stand in.</summary>
internal sealed record NormsFile(
    [property: JsonPropertyName("leads")] IReadOnlyDictionary<string, LocalizedText>? Leads,
    [property: JsonPropertyName("norms")] IReadOnlyList<NormLine>? Norms);

/// <summary>One norm as it is written.</summary>
internal sealed record NormLine(
    [property: JsonPropertyName("id")] string? Id,
    [property: JsonPropertyName("paragraph")] string? Paragraph,
    [property: JsonPropertyName("kind")] string? Kind,
    [property: JsonPropertyName("lead")] string? Lead,
    [property: JsonPropertyName("kk")] string? Kk,
    [property: JsonPropertyName("ru")] string? Ru,
    [property: JsonPropertyName("en")] string? En);

/// <summary>
/// The content of <c>coverage.json</c>: for each norm its carriers, the reason why people carry it, or the gap. Reasons and
/// gaps that several norms share are written once; so are the names of pages and of steps that have none in three languages.
/// </summary>
internal sealed record CoverageFile(
    [property: JsonPropertyName("names")] IReadOnlyDictionary<string, LocalizedText>? Names,
    [property: JsonPropertyName("reasons")] IReadOnlyDictionary<string, LocalizedText>? Reasons,
    [property: JsonPropertyName("gaps")] IReadOnlyDictionary<string, LocalizedText>? Gaps,
    [property: JsonPropertyName("norms")] IReadOnlyList<CoverageLine>? Norms);

/// <summary>What carries one norm, as it is written.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record CoverageLine(
    [property: JsonPropertyName("norm")] string? Norm,
    [property: JsonPropertyName("reason")] string? Reason,
    [property: JsonPropertyName("gap")] string? Gap,
    [property: JsonPropertyName("carriers")] IReadOnlyList<CarrierLine>? Carriers);

/// <summary>One carrier as it is written: exactly one of the six, a step as <c>definition/step</c>.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record CarrierLine(
    [property: JsonPropertyName("step")] string? Step = null,
    [property: JsonPropertyName("form")] string? Form = null,
    [property: JsonPropertyName("field")] string? Field = null,
    [property: JsonPropertyName("option")] string? Option = null,
    [property: JsonPropertyName("paper")] string? Paper = null,
    [property: JsonPropertyName("clock")] string? Clock = null,
    [property: JsonPropertyName("event")] string? Event = null,
    [property: JsonPropertyName("page")] string? Page = null);
