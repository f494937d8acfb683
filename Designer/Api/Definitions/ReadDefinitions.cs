using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Pana.Designer.Texts;
using Pana.Engine;

namespace Pana.Designer;

/// <summary>Lists, versions and parts of definitions.</summary>
internal sealed class ReadDefinitions(WorkflowDb db, DefinitionStore store, StudioDefinition studio, IStringLocalizer<DesignerTexts> texts)
{
    public async Task<IResult> ListAsync(DefinitionQuery query, CancellationToken ct)
    {
        var (page, total) = await query.FindAsync(db, ct);
        return Answer.Json(new JsonObject
        {
            ["items"] = Answer.Array(page.Select(d => d.ToJson())),
            ["totalCount"] = total,
            ["links"] = Links.OfList(),
        });
    }

    public async Task<IResult> ByDefinitionIdAsync(string definitionId, string? versionOptions, CancellationToken ct) =>
        await FindAsync(definitionId, versionOptions, ct) is { } found ? Answer.Json(await studio.ToStudioAsync(found, ct)) : Missing(definitionId);

    public async Task<IResult> ByVersionIdAsync(string versionId, CancellationToken ct) =>
        await store.GetVersionAsync(versionId, ct) is { } found ? Answer.Json(await studio.ToStudioAsync(found, ct)) : Missing(versionId);

    public async Task<IResult> VersionsAsync(string definitionId, CancellationToken ct)
    {
        var versions = new List<JsonObject>();
        foreach (var version in await store.GetVersionsAsync(definitionId, ct))
        {
            versions.Add(await studio.ToStudioAsync(version, ct));
        }

        return Answer.List(versions);
    }

    public async Task<IResult> IsNameUniqueAsync(string? name, string? definitionId, CancellationToken ct)
    {
        var wanted = name?.Trim() ?? "";
        var others = await db.WorkflowDefinitions.AsNoTracking().Where(d => d.IsLatest && d.DefinitionId != (definitionId ?? "")).Select(d => d.Name).ToListAsync(ct);
        return Answer.Json(new JsonObject { ["isUnique"] = !others.Any(n => string.Equals(n, wanted, StringComparison.OrdinalIgnoreCase)) });
    }

    /// <summary>A step with everything inside it; inside a step that is another definition, that one's steps.</summary>
    public async Task<IResult> SubgraphAsync(string versionId, string? parentNodeId, CancellationToken ct) =>
        await LoadForStudioAsync(versionId, parentNodeId, ct) is { } definition && StepTree.Of(definition).Find(parentNodeId) is { } node
            ? Answer.Json(node.ToJson())
            : Missing(versionId);

    /// <summary>The container that shows a step, and the slots one has to open to get there, the innermost last.</summary>
    public async Task<IResult> SegmentsAsync(string versionId, string? childNodeId, CancellationToken ct)
    {
        if (await LoadForStudioAsync(versionId, childNodeId, ct) is not { } definition || StepTree.Of(definition).Find(childNodeId) is not { } child)
        {
            return Missing(versionId);
        }

        var container = child.Container ?? child;
        return Answer.Json(new JsonObject
        {
            ["childNode"] = child.ToJson(),
            ["container"] = container.ToJson(),
            ["pathSegments"] = Answer.Array(container.Segments().Select(s => (JsonNode)s)),
        });
    }

    public async Task<WorkflowDefinition?> FindAsync(string definitionId, string? versionOptions, CancellationToken ct) => versionOptions switch
    {
        "Published" => await store.GetPublishedAsync(definitionId, ct),
        "LatestOrPublished" or "Latest" or "" or null => await store.GetLatestAsync(definitionId, ct),
        _ when int.TryParse(versionOptions, out var version) => (await store.GetVersionsAsync(definitionId, ct)).FirstOrDefault(d => d.Version == version),
        _ => await store.GetLatestAsync(definitionId, ct),
    };

    private async Task<JsonObject?> LoadForStudioAsync(string versionId, string? nodeId, CancellationToken ct)
    {
        if (await store.GetVersionAsync(versionId, ct) is not { } found)
        {
            return null;
        }

        var json = await studio.ToStudioAsync(found, ct);
        await studio.OpenUsedAsync(json, nodeId, ct);
        return json;
    }

    private IResult Missing(string id) => Answer.Missing(texts["DefinitionMissing", id]);
}
