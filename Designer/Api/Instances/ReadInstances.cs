using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Pana.Designer.Texts;
using Pana.Engine;

namespace Pana.Designer;

/// <summary>Instances as the studio's list and viewer show them: case codes and ids, never a person.</summary>
internal sealed class ReadInstances(WorkflowDb db, IStringLocalizer<DesignerTexts> texts)
{
    public async Task<IResult> ListAsync(JsonObject? filter, CancellationToken ct)
    {
        var query = new InstanceQuery(filter ?? []);
        var matching = query.Over(db);
        var total = await matching.CountAsync(ct);
        var page = await query.Order(matching).Skip(query.Page * query.PageSize).Take(query.PageSize)
            .Select(i => new { Row = new InstanceFacts(i.Id, i.DefinitionId, i.DefinitionVersionId, i.DefinitionVersion, i.Status, i.SubStatus, i.CorrelationId, i.Name, i.CreatedAt, i.UpdatedAt, i.FinishedAt), Incidents = db.Incidents.Count(x => x.InstanceId == i.Id && x.ResolvedAt == null) })
            .ToListAsync(ct);
        return Answer.Page(page.Select(i => i.Row.ToJson(i.Incidents)), total);
    }

    public async Task<IResult> OneAsync(string id, CancellationToken ct) =>
        await FindAsync(id, ct) is { } found ? Answer.Json(found) : Missing(id);

    /// <summary>The small answer that an open viewer asks for every few seconds.</summary>
    public async Task<IResult> ExecutionStateAsync(string id, CancellationToken ct)
    {
        var found = await db.WorkflowInstances.AsNoTracking().Where(i => i.Id == id).Select(i => new { i.Status, i.SubStatus, i.UpdatedAt }).FirstOrDefaultAsync(ct);
        return found is null ? Missing(id) : Answer.Json(new JsonObject
        {
            ["status"] = found.Status,
            ["subStatus"] = found.SubStatus,
            ["workflowSubStatus"] = found.SubStatus,
            ["updatedAt"] = found.UpdatedAt,
        });
    }

    public async Task<IResult> VariablesAsync(string id, CancellationToken ct)
    {
        var found = await db.WorkflowInstances.AsNoTracking().Where(i => i.Id == id)
            .Select(i => new { i.State, Json = db.WorkflowDefinitions.Where(d => d.VersionId == i.DefinitionVersionId).Select(d => d.Json).FirstOrDefault() })
            .FirstOrDefaultAsync(ct);
        if (found is null)
        {
            return Missing(id);
        }

        var values = InstanceState.ReadVariables(found.State);
        var declared = found.Json is null ? [] : WorkflowDefinition.Parse(found.Json).Variables;
        return Answer.List(declared.Where(v => values.ContainsKey(v.Id)).Select(v => new JsonObject
        {
            ["id"] = v.Id,
            ["name"] = v.Name,
            ["value"] = PlainData.ToNode(values[v.Id]),
        }));
    }

    /// <summary>The whole instance; null when there is none.</summary>
    public async Task<JsonObject?> FindAsync(string id, CancellationToken ct)
    {
        if (await db.WorkflowInstances.AsNoTracking().FirstOrDefaultAsync(i => i.Id == id, ct) is not { } row)
        {
            return null;
        }

        var bookmarks = await db.Bookmarks.AsNoTracking().Where(b => b.InstanceId == id).ToListAsync(ct);
        var incidents = await db.Incidents.AsNoTracking().Where(x => x.InstanceId == id && x.ResolvedAt == null).OrderBy(x => x.CreatedAt).ToListAsync(ct);
        var running = Execution.Of(await db.Journal.AsNoTracking().Where(j => j.InstanceId == id).OrderBy(j => j.Sequence).ToListAsync(ct), bookmarks, incidents)
            .Where(e => e.CompletedAt is null);
        var (input, output) = InstanceState.ReadInputAndOutput(row.State);
        var summary = new InstanceFacts(row.Id, row.DefinitionId, row.DefinitionVersionId, row.DefinitionVersion, row.Status, row.SubStatus, row.CorrelationId, row.Name, row.CreatedAt, row.UpdatedAt, row.FinishedAt)
            .ToJson(incidents.Count);
        summary["workflowState"] = Answer.Object(
            ("id", row.Id),
            ("definitionId", row.DefinitionId),
            ("definitionVersionId", row.DefinitionVersionId),
            ("definitionVersion", row.DefinitionVersion),
            ("correlationId", row.CorrelationId),
            ("status", row.Status),
            ("subStatus", row.SubStatus),
            ("bookmarks", Answer.Array(bookmarks.Select(BookmarkOf))),
            ("incidents", Answer.Array(incidents.Select(IncidentOf))),
            ("completionCallbacks", new JsonArray()),
            ("activityExecutionContexts", Answer.Array(running.Select(e => e.ToContext()))),
            ("input", PlainData.ToNode(input)),
            ("output", PlainData.ToNode(output)),
            ("properties", new JsonObject()),
            ("createdAt", row.CreatedAt),
            ("updatedAt", row.UpdatedAt),
            ("finishedAt", row.FinishedAt));
        return summary;
    }

    private static JsonObject BookmarkOf(BookmarkRow bookmark) => Answer.Object(
        ("id", bookmark.Id),
        ("name", bookmark.Name),
        ("hash", bookmark.Hash),
        ("payload", bookmark.Payload is null ? null : JsonNode.Parse(bookmark.Payload)),
        ("activityId", bookmark.ActivityId),
        ("activityNodeId", bookmark.NodeId),
        ("activityInstanceId", bookmark.ActivityInstanceId),
        ("createdAt", bookmark.CreatedAt),
        ("autoBurn", true),
        ("callbackMethodName", bookmark.Callback));

    /// <summary>The studio shows the exception's message, never the incident's own.</summary>
    private static JsonObject IncidentOf(IncidentRow incident) => Answer.Object(
        ("activityId", incident.ActivityId ?? ""),
        ("activityNodeId", incident.NodeId ?? ""),
        ("activityType", incident.ActivityType ?? ""),
        ("message", incident.Message),
        ("exception", Execution.ExceptionOf(incident)),
        ("timestamp", incident.CreatedAt));

    private IResult Missing(string id) => Answer.Missing(texts["InstanceMissing", id]);
}
