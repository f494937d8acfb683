using Microsoft.EntityFrameworkCore;
using Pana.Engine;

namespace Pana.Designer;

/// <summary>What the studio asks the list of definitions for; the names are compared without case.</summary>
internal sealed record DefinitionQuery(
    string? VersionOptions, int? Page, int? PageSize, string? SearchTerm, string? OrderBy, string? OrderDirection, string[]? DefinitionIds, string[]? Ids)
{
    private const int Most = 500;

    /// <summary>One page and the number of all that match. Searched in memory: SQLite compares Cyrillic letters by case.</summary>
    public async Task<(IReadOnlyList<DefinitionSummary> Page, int Total)> FindAsync(WorkflowDb db, CancellationToken ct)
    {
        var rows = OfVersion(db.WorkflowDefinitions.AsNoTracking(), VersionOptions);
        if (DefinitionIds is { Length: > 0 })
        {
            rows = rows.Where(d => DefinitionIds.Contains(d.DefinitionId));
        }

        if (Ids is { Length: > 0 })
        {
            rows = rows.Where(d => Ids.Contains(d.VersionId));
        }

        IEnumerable<DefinitionSummary> found = await rows
            .Select(d => new DefinitionSummary(d.VersionId, d.DefinitionId, d.Name, d.Description, d.Version, d.IsLatest, d.IsPublished, d.CreatedAt))
            .ToListAsync(ct);
        if (!string.IsNullOrWhiteSpace(SearchTerm))
        {
            found = found.Where(d => d.Matches(SearchTerm.Trim()));
        }

        var all = Order(found).ToList();
        var size = Ids is { Length: > 0 } ? all.Count : PageSize is > 0 ? PageSize.Value : Most;
        return ([.. all.Skip((Page ?? 0) * size).Take(size)], all.Count);
    }

    internal static IQueryable<DefinitionRow> OfVersion(IQueryable<DefinitionRow> rows, string? versionOptions) => versionOptions switch
    {
        "Latest" => rows.Where(d => d.IsLatest),
        "Published" => rows.Where(d => d.IsPublished),
        "LatestOrPublished" => rows.Where(d => d.IsLatest || d.IsPublished),
        "LatestAndPublished" => rows.Where(d => d.IsLatest && d.IsPublished),
        "Draft" => rows.Where(d => d.IsLatest && !d.IsPublished),
        _ when int.TryParse(versionOptions, out var version) => rows.Where(d => d.Version == version),
        _ => rows,
    };

    private IEnumerable<DefinitionSummary> Order(IEnumerable<DefinitionSummary> rows)
    {
        var descending = OrderDirection == "Descending";
        return OrderBy switch
        {
            "Created" => By(d => d.CreatedAt),
            "Version" => By(d => d.Version),
            _ => By(d => d.Name ?? ""),
        };

        IEnumerable<DefinitionSummary> By<TKey>(Func<DefinitionSummary, TKey> key) =>
            descending ? rows.OrderByDescending(key).ThenByDescending(d => d.Version) : rows.OrderBy(key).ThenBy(d => d.Version);
    }
}
