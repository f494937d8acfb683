using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Pana.Engine;

namespace Pana.Designer;

/// <summary>The journal of an instance, line by line and put together by step.</summary>
internal sealed class ReadJournal(WorkflowDb db)
{
    public async Task<IResult> LinesAsync(string instanceId, JsonObject? request, int? skip, int? take, CancellationToken ct)
    {
        var filter = request?["filter"] as JsonObject ?? [];
        var lines = db.Journal.AsNoTracking().Where(j => j.InstanceId == instanceId);
        if (Texts(filter["activityIds"]) is { Length: > 0 } activities)
        {
            lines = lines.Where(j => activities.Contains(j.ActivityId));
        }

        if (Texts(filter["activityNodeIds"]) is { Length: > 0 } nodes)
        {
            lines = lines.Where(j => nodes.Contains(j.NodeId));
        }

        if (Texts(filter["excludedActivityTypes"]) is { Length: > 0 } excluded)
        {
            lines = lines.Where(j => !excluded.Contains(j.ActivityType));
        }

        if (Texts(filter["eventNames"]) is { Length: > 0 } events)
        {
            lines = lines.Where(j => events.Contains(j.EventName));
        }

        var total = await lines.CountAsync(ct);
        var page = await lines.OrderBy(j => j.Sequence).Skip(skip ?? 0).Take(Math.Clamp(take ?? 100, 1, 1000)).ToListAsync(ct);
        return Answer.Page(page.Select(LineOf), total);
    }

    /// <summary>Counts for the badges on the steps; one entry a step.</summary>
    public async Task<IResult> StatsAsync(JsonObject? request, CancellationToken ct)
    {
        var stats = await StatsOfAsync((string?)request?["workflowInstanceId"] ?? "", Texts(request?["activityNodeIds"]).ToHashSet(StringComparer.Ordinal), ct);
        return Answer.Json(new JsonObject { ["stats"] = stats });
    }

    /// <summary>The same, of the given steps; of all when none is given.</summary>
    public async Task<JsonArray> StatsOfAsync(string id, IReadOnlySet<string> nodes, CancellationToken ct)
    {
        var counts = await db.Journal.AsNoTracking().Where(j => j.InstanceId == id)
            .GroupBy(j => new { j.NodeId, j.ActivityId, j.EventName }).Select(g => new { g.Key.NodeId, g.Key.ActivityId, g.Key.EventName, Count = g.Count() })
            .ToListAsync(ct);
        var waiting = await db.Bookmarks.AsNoTracking().Where(b => b.InstanceId == id).Select(b => b.NodeId).ToListAsync(ct);
        var failed = await db.Incidents.AsNoTracking().Where(x => x.InstanceId == id && x.ResolvedAt == null).Select(x => x.NodeId).ToListAsync(ct);
        return Answer.Array(counts.Where(c => nodes.Count == 0 || nodes.Contains(c.NodeId)).GroupBy(c => c.NodeId).Select(g =>
        {
            int Of(string name) => g.Where(c => c.EventName == name).Sum(c => c.Count);
            return new JsonObject
            {
                ["activityId"] = g.First().ActivityId,
                ["activityNodeId"] = g.Key,
                ["startedCount"] = Of("Started"),
                ["completedCount"] = Of("Completed"),
                ["uncompletedCount"] = Math.Max(0, Of("Started") - Of("Completed") - Of("Canceled") - Of("Faulted")),
                ["isBlocked"] = waiting.Contains(g.Key),
                ["isFaulted"] = failed.Contains(g.Key),
                ["aggregateFaultCount"] = Of("Faulted"),
                ["metadata"] = new JsonObject(),
            };
        }));
    }

    public async Task<IResult> ExecutionsAsync(string? instanceId, string? nodeId, bool whole, CancellationToken ct) =>
        Answer.List((await LoadAsync(instanceId ?? "", ct)).Where(e => string.IsNullOrEmpty(nodeId) || e.NodeId == nodeId).Select(e => whole ? e.ToRecord() : e.ToSummary()));

    public async Task<IResult> ExecutionAsync(string id, CancellationToken ct) =>
        await FindAsync(id, ct) is { } found ? Answer.Json(found.ToRecord()) : Answer.Missing("There is nothing with this id here.");

    /// <summary>From the workflow down to this execution.</summary>
    public async Task<IResult> CallStackAsync(string id, CancellationToken ct)
    {
        var stack = new List<JsonNode?>();
        for (var at = await FindAsync(id, ct); at is not null; at = at.Parent)
        {
            stack.Insert(0, at.ToRecord());
        }

        return Answer.Json(new JsonObject { ["activityExecutionId"] = id, ["items"] = Answer.Array(stack), ["totalCount"] = stack.Count });
    }

    public async Task<IReadOnlyList<Execution>> LoadAsync(string instanceId, CancellationToken ct)
    {
        var journal = await db.Journal.AsNoTracking().Where(j => j.InstanceId == instanceId).OrderBy(j => j.Sequence).ToListAsync(ct);
        var bookmarks = await db.Bookmarks.AsNoTracking().Where(b => b.InstanceId == instanceId).ToListAsync(ct);
        var incidents = await db.Incidents.AsNoTracking().Where(x => x.InstanceId == instanceId).ToListAsync(ct);
        return Execution.Of(journal, bookmarks, incidents);
    }

    private async Task<Execution?> FindAsync(string id, CancellationToken ct)
    {
        var instanceId = await db.Journal.AsNoTracking().Where(j => j.ActivityInstanceId == id).Select(j => j.InstanceId).FirstOrDefaultAsync(ct);
        return instanceId is null ? null : (await LoadAsync(instanceId, ct)).FirstOrDefault(e => e.Id == id);
    }

    private static JsonObject LineOf(JournalRow line)
    {
        var data = line.Data is null ? [] : JsonNode.Parse(line.Data) as JsonObject ?? [];
        var (state, payload) = Execution.Split(data);
        return Answer.Object(
            ("id", line.Id),
            ("activityInstanceId", line.ActivityInstanceId),
            ("activityId", line.ActivityId),
            ("activityType", line.ActivityType),
            ("activityTypeVersion", 1),
            ("activityName", line.ActivityName),
            ("nodeId", line.NodeId),
            ("timestamp", line.At),
            ("sequence", line.Sequence),
            ("eventName", line.EventName),
            ("message", data["message"]?.DeepClone()),
            ("source", line.ActivityType),
            ("activityState", state),
            ("payload", payload));
    }

    private static string[] Texts(JsonNode? node) => [.. (node as JsonArray ?? []).OfType<JsonValue>().Select(v => v.ToString())];
}
