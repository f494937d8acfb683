using System.Text.Json.Nodes;

namespace Pana.Designer;

/// <summary>A version as lists show it.</summary>
internal sealed record DefinitionSummary(
    string VersionId, string DefinitionId, string? Name, string? Description, int Version, bool IsLatest, bool IsPublished, DateTimeOffset CreatedAt)
{
    public bool Matches(string term) => Has(Name, term) || Has(Description, term) || Has(DefinitionId, term) || Has(VersionId, term);

    public JsonObject ToJson() => Answer.Object(
        ("links", Links.Of(DefinitionId)),
        ("id", VersionId),
        ("definitionId", DefinitionId),
        ("name", Name),
        ("description", Description),
        ("version", Version),
        ("isLatest", IsLatest),
        ("isPublished", IsPublished),
        ("isReadonly", false),
        ("materializerName", "Json"),
        ("isMaterializerAvailable", true),
        ("createdAt", JsonValue.Create(CreatedAt)));

    private static bool Has(string? text, string term) => text?.Contains(term, StringComparison.OrdinalIgnoreCase) == true;
}
