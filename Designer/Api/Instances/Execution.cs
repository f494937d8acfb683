using System.Text.Json.Nodes;
using Pana.Engine;

namespace Pana.Designer;

/// <summary>One execution of a step, put together from its lines in the journal.</summary>
internal sealed class Execution
{
    private readonly JournalRow _first;
    private readonly bool _hasBookmark;
    private readonly IncidentRow? _incident;
    private JsonObject _data = [];

    private Execution(JournalRow first, bool hasBookmark, IncidentRow? incident)
    {
        _first = first;
        _hasBookmark = hasBookmark;
        _incident = incident;
    }

    public string Id => _first.ActivityInstanceId;

    public string NodeId => _first.NodeId;

    public Execution? Parent { get; private set; }

    public string Status { get; private set; } = "Running";

    public DateTimeOffset? CompletedAt { get; private set; }

    /// <summary>All executions, in the order they began. A step's parent is the newest execution of the step around it.</summary>
    public static IReadOnlyList<Execution> Of(IReadOnlyList<JournalRow> journal, IReadOnlyList<BookmarkRow> bookmarks, IReadOnlyList<IncidentRow> incidents)
    {
        var waiting = bookmarks.Select(b => b.ActivityInstanceId).ToHashSet(StringComparer.Ordinal);
        var byId = new Dictionary<string, Execution>(StringComparer.Ordinal);
        var newest = new Dictionary<string, Execution>(StringComparer.Ordinal);
        var all = new List<Execution>();
        foreach (var line in journal)
        {
            if (!byId.TryGetValue(line.ActivityInstanceId, out var execution))
            {
                execution = new Execution(line, waiting.Contains(line.ActivityInstanceId), incidents.FirstOrDefault(x => x.NodeId == line.NodeId))
                {
                    Parent = newest.GetValueOrDefault(line.NodeId.LastIndexOf(':') is var cut and > 0 ? line.NodeId[..cut] : ""),
                };
                byId.Add(line.ActivityInstanceId, execution);
                newest[line.NodeId] = execution;
                all.Add(execution);
            }

            execution.Take(line);
        }

        return all;
    }

    /// <summary>Everything about it.</summary>
    public JsonObject ToRecord()
    {
        var record = ToSummary();
        var (state, payload) = Split(_data);
        record["activityState"] = state;
        record["payload"] = payload;
        record["outputs"] = _data["outputs"]?.DeepClone() ?? new JsonObject();
        record["properties"] = new JsonObject();
        record["exception"] = Status == "Faulted" && _incident is not null ? ExceptionOf(_incident) : null;
        return record;
    }

    /// <summary>The part that lists need.</summary>
    public JsonObject ToSummary() => Answer.Object(
        ("id", Id),
        ("workflowInstanceId", _first.InstanceId),
        ("activityId", _first.ActivityId),
        ("activityNodeId", NodeId),
        ("activityType", _first.ActivityType),
        ("activityTypeVersion", 1),
        ("activityName", _first.ActivityName),
        ("startedAt", _first.At),
        ("hasBookmarks", _hasBookmark),
        ("status", Status),
        ("metadata", new JsonObject()),
        ("aggregateFaultCount", Status == "Faulted" ? 1 : 0),
        ("completedAt", CompletedAt),
        ("schedulingActivityExecutionId", Parent?.Id),
        ("schedulingActivityId", Parent?._first.ActivityId),
        ("callStackDepth", Depth));

    /// <summary>An execution that still runs, as a part of the instance's state.</summary>
    public JsonObject ToContext() => Answer.Object(
        ("id", Id),
        ("parentContextId", Parent?.Id),
        ("scheduledActivityNodeId", NodeId),
        ("ownerActivityNodeId", Parent?.NodeId),
        ("properties", new JsonObject()),
        ("activityState", Split(_data).State),
        ("dynamicVariables", new JsonArray()),
        ("status", Status),
        ("startedAt", _first.At));

    /// <summary>What the journal's line says: inputs under their descriptors' names, and the rest.</summary>
    public static (JsonObject State, JsonObject Payload) Split(JsonObject data)
    {
        var payload = data["data"]?.DeepClone() as JsonObject ?? [];
        if (data["outcomes"] is JsonArray outcomes)
        {
            payload["Outcomes"] = outcomes.DeepClone();
        }

        return (data["inputs"]?.DeepClone() as JsonObject ?? [], payload);
    }

    public static JsonObject ExceptionOf(IncidentRow incident) => new()
    {
        ["type"] = incident.ExceptionType ?? "Fault",
        ["message"] = incident.Message,
        ["stackTrace"] = "",
    };

    private int Depth => Parent is null ? 0 : Parent.Depth + 1;

    private void Take(JournalRow line)
    {
        (Status, CompletedAt) = line.EventName switch
        {
            "Completed" => ("Completed", line.At),
            "Canceled" => ("Canceled", line.At),
            "Faulted" => ("Faulted", line.At),
            _ => (Status, CompletedAt),
        };
        if (line.Data is not null && JsonNode.Parse(line.Data) is JsonObject data)
        {
            foreach (var (name, value) in _data.Where(m => !data.ContainsKey(m.Key)))
            {
                data[name] = value?.DeepClone();
            }

            _data = data;
        }
    }
}
