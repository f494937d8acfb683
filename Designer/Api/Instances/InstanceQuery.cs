using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Pana.Engine;

namespace Pana.Designer;

/// <summary>The filter of the list of instances, as the studio posts it.</summary>
internal sealed class InstanceQuery(JsonObject filter)
{
    private const int Most = 1000;

    public int Page => Math.Max(0, Number("page") ?? 0);

    public int PageSize => Math.Clamp(Number("pageSize") ?? 25, 1, Most);

    /// <summary>The rows that match, not yet ordered or paged.</summary>
    public IQueryable<InstanceRow> Over(WorkflowDb db)
    {
        var rows = db.WorkflowInstances.AsNoTracking();
        if (Text("searchTerm") is { } term)
        {
            rows = rows.Where(i => i.Id == term || i.DefinitionId == term || i.DefinitionVersionId == term || i.CorrelationId == term || (i.Name != null && i.Name.Contains(term)));
        }

        var definitions = Texts("definitionIds", "definitionId");
        var statuses = Texts("statuses", "status");
        var subStatuses = Texts("subStatuses", "subStatus");
        rows = definitions.Count > 0 ? rows.Where(i => definitions.Contains(i.DefinitionId)) : rows;
        rows = statuses.Count > 0 ? rows.Where(i => statuses.Contains(i.Status)) : rows;
        rows = subStatuses.Count > 0 ? rows.Where(i => subStatuses.Contains(i.SubStatus)) : rows;
        rows = Text("correlationId") is { } correlation ? rows.Where(i => i.CorrelationId == correlation) : rows;
        rows = Text("definitionVersionId") is { } versionId ? rows.Where(i => i.DefinitionVersionId == versionId) : rows;
        rows = Number("version") is { } version ? rows.Where(i => i.DefinitionVersion == version) : rows;
        if (filter["hasIncidents"] is JsonValue flag && flag.TryGetValue(out bool wanted))
        {
            rows = rows.Where(i => db.Incidents.Any(x => x.InstanceId == i.Id && x.ResolvedAt == null) == wanted);
        }

        return (filter["timestampFilters"] as JsonArray ?? []).OfType<JsonObject>().Aggregate(rows, ByTime);
    }

    public IQueryable<InstanceRow> Order(IQueryable<InstanceRow> rows)
    {
        var descending = Text("orderDirection") != "Ascending";
        return Text("orderBy") switch
        {
            "Name" => descending ? rows.OrderByDescending(i => i.Name).ThenBy(i => i.Id) : rows.OrderBy(i => i.Name).ThenBy(i => i.Id),
            "LastExecuted" or "UpdatedAt" => descending ? rows.OrderByDescending(i => i.UpdatedAt) : rows.OrderBy(i => i.UpdatedAt),
            "Finished" or "FinishedAt" => descending ? rows.OrderByDescending(i => i.FinishedAt) : rows.OrderBy(i => i.FinishedAt),
            _ => descending ? rows.OrderByDescending(i => i.CreatedAt) : rows.OrderBy(i => i.CreatedAt),
        };
    }

    private static IQueryable<InstanceRow> ByTime(IQueryable<InstanceRow> rows, JsonObject condition)
    {
        if (condition["timestamp"] is not JsonValue value || !value.TryGetValue(out DateTimeOffset at))
        {
            return rows;
        }

        // Days are compared as the studio's calendar gives them: a moment with the browser's offset.
        return ((string?)condition["column"], (string?)condition["operator"]) switch
        {
            ("CreatedAt", "GreaterThan") => rows.Where(i => i.CreatedAt > at),
            ("CreatedAt", "GreaterThanOrEqual") => rows.Where(i => i.CreatedAt >= at),
            ("CreatedAt", "LessThan") => rows.Where(i => i.CreatedAt < at),
            ("CreatedAt", "LessThanOrEqual") => rows.Where(i => i.CreatedAt <= at),
            ("CreatedAt", "Is") => rows.Where(i => i.CreatedAt == at),
            ("CreatedAt", "IsNot") => rows.Where(i => i.CreatedAt != at),
            ("UpdatedAt", "GreaterThan") => rows.Where(i => i.UpdatedAt > at),
            ("UpdatedAt", "GreaterThanOrEqual") => rows.Where(i => i.UpdatedAt >= at),
            ("UpdatedAt", "LessThan") => rows.Where(i => i.UpdatedAt < at),
            ("UpdatedAt", "LessThanOrEqual") => rows.Where(i => i.UpdatedAt <= at),
            ("UpdatedAt", "Is") => rows.Where(i => i.UpdatedAt == at),
            ("UpdatedAt", "IsNot") => rows.Where(i => i.UpdatedAt != at),
            ("FinishedAt", "GreaterThan") => rows.Where(i => i.FinishedAt > at),
            ("FinishedAt", "GreaterThanOrEqual") => rows.Where(i => i.FinishedAt >= at),
            ("FinishedAt", "LessThan") => rows.Where(i => i.FinishedAt < at),
            ("FinishedAt", "LessThanOrEqual") => rows.Where(i => i.FinishedAt <= at),
            ("FinishedAt", "Is") => rows.Where(i => i.FinishedAt == at),
            ("FinishedAt", "IsNot") => rows.Where(i => i.FinishedAt != at),
            _ => rows,
        };
    }

    private string? Text(string name) => filter[name] is JsonValue value && value.TryGetValue(out string? text) && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;

    private int? Number(string name) => filter[name] is JsonValue value && value.TryGetValue(out int number) ? number : null;

    private List<string> Texts(string many, string one)
    {
        var texts = (filter[many] as JsonArray ?? []).OfType<JsonValue>().Select(v => v.ToString()).ToList();
        if (Text(one) is { } single && !texts.Contains(single))
        {
            texts.Add(single);
        }

        return texts;
    }
}
