using System.Text.Json.Nodes;

namespace Pana.Engine;

/// <summary>Reads the connections of a flowchart's JSON.</summary>
internal static class FlowchartJson
{
    /// <summary>A missing source port means <c>Done</c>. Connections that name no activity are left out.</summary>
    public static IEnumerable<(string Source, string Port, string Target)> Connections(JsonObject flowchart)
    {
        foreach (var connection in (flowchart["connections"] as JsonArray ?? []).OfType<JsonObject>())
        {
            var (source, port) = End(connection["source"], connection["sourcePort"]);
            var (target, _) = End(connection["target"], connection["targetPort"]);
            if (source is not null && target is not null)
            {
                yield return (source, port ?? "Done", target);
            }
        }
    }

    /// <summary>Elsa writes <c>{"activity": id, "port": name}</c>; its older form has the id alone and the port beside it.</summary>
    internal static (string? Activity, string? Port) End(JsonNode? end, JsonNode? portBeside) => end is JsonObject map
        ? (WorkflowDefinition.Text(map["activity"]), WorkflowDefinition.Text(map["port"]))
        : (WorkflowDefinition.Text(end), WorkflowDefinition.Text(portBeside));
}
