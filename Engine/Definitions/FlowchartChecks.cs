using System.Text.Json.Nodes;

namespace Pana.Engine;

/// <summary>Checks the connections of every flowchart, and that its loops can be followed.</summary>
internal sealed class FlowchartChecks(WorkflowDefinition definition, ActivityCatalog catalog, bool looseStepsRefused, List<DefinitionDefect> defects)
{
    public void Run()
    {
        foreach (var activity in definition.Activities.Where(a => a.Type == "Elsa.Flowchart"))
        {
            Check(activity);
        }
    }

    private void Check(DefinitionActivity flowchart)
    {
        var json = flowchart.Json;
        if (json["activities"] is not null and not JsonArray)
        {
            Add(flowchart, ".activities", EngineDefects.StepsNotAList);
            return;
        }

        var activities = (json["activities"] as JsonArray ?? []).OfType<JsonObject>().ToList();
        var index = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < activities.Count; i++)
        {
            index.TryAdd(WorkflowDefinition.Text(activities[i]["id"]) ?? "", i);
        }

        var start = json["start"] is JsonObject node ? WorkflowDefinition.Text(node["id"]) : WorkflowDefinition.Text(json["start"]);
        if (start is not null && !index.ContainsKey(start))
        {
            Add(flowchart, ".start", EngineDefects.StartUnknown, start);
        }

        var connections = CheckConnections(flowchart, activities, index);
        if (activities.Count > 0 && connections is not null)
        {
            CheckLoops(flowchart, activities, connections);
            if (looseStepsRefused)
            {
                CheckReach(flowchart, activities, index, connections, start);
            }
        }
    }

    /// <summary>Null when the connections cannot be read as a graph.</summary>
    private List<(FlowConnection Connection, int At)>? CheckConnections(DefinitionActivity flowchart, List<JsonObject> activities, Dictionary<string, int> index)
    {
        if (flowchart.Json["connections"] is not { } node)
        {
            return [];
        }

        if (node is not JsonArray items)
        {
            Add(flowchart, ".connections", EngineDefects.ConnectionsNotAList);
            return null;
        }

        var found = new List<(FlowConnection, int)>();
        var seen = new HashSet<(string, string, string)>();
        for (var i = 0; i < items.Count; i++)
        {
            if (items[i] is not JsonObject connection)
            {
                Add(flowchart, $".connections[{i}]", EngineDefects.NotAConnection);
                continue;
            }

            var (source, port) = FlowchartJson.End(connection["source"], connection["sourcePort"]);
            var (target, _) = FlowchartJson.End(connection["target"], connection["targetPort"]);
            if (!CheckEnd(flowchart, $".connections[{i}].source", source, index) | !CheckEnd(flowchart, $".connections[{i}].target", target, index))
            {
                continue;
            }

            port ??= "Done";
            if (!seen.Add((source!, port, target!)))
            {
                Add(flowchart, $".connections[{i}]", EngineDefects.ConnectedTwice, source!, target!, port);
            }

            CheckPort(flowchart, i, activities[index[source!]], port);
            found.Add((new FlowConnection(index[source!], port, index[target!]), i));
        }

        return found;
    }

    private bool CheckEnd(DefinitionActivity flowchart, string path, string? activity, Dictionary<string, int> index)
    {
        if (activity is not null && index.ContainsKey(activity))
        {
            return true;
        }

        if (activity is null)
        {
            Add(flowchart, path, EngineDefects.EndMissing);
        }
        else
        {
            Add(flowchart, path, EngineDefects.EndUnknown, activity);
        }

        return false;
    }

    private void CheckPort(DefinitionActivity flowchart, int at, JsonObject source, string port)
    {
        if (OutcomesOf(source) is { } outcomes && !outcomes.Contains(port))
        {
            var id = WorkflowDefinition.Text(source["id"]);
            defects.Add(new DefinitionDefect(
                id,
                $"{flowchart.Path}.connections[{at}].source.port",
                EngineDefects.UnknownOutcome,
                id ?? "",
                port,
                string.Join(", ", outcomes)));
        }
    }

    /// <summary>The outcomes an activity can have; null when that cannot be told from the definition.</summary>
    private HashSet<string>? OutcomesOf(JsonObject json)
    {
        if (catalog.Find(WorkflowDefinition.Text(json["type"]) ?? "") is not { } descriptor)
        {
            return null;
        }

        var outcomes = descriptor.Ports.Where(p => p.Type == "Flow").Select(p => p.Name).ToHashSet(StringComparer.Ordinal);
        var view = new DefinitionActivity("", "", descriptor.TypeName, "", json);
        if (descriptor.Inputs.Any(i => i.UIHint == "flow-switch-editor"))
        {
            outcomes.UnionWith(FlowSwitchCase.ReadAll(json["cases"]).Select(c => WorkflowDefinition.Text(c["label"]) ?? ""));
        }

        if (descriptor.ClrType == typeof(FlowSendHttpRequest))
        {
            if (view.Expression("ExpectedStatusCodes") is not null && view.Constant("ExpectedStatusCodes") is not (List<object?> or string))
            {
                return null;
            }

            outcomes.UnionWith(ValueTypes.Convert<List<string>>(view.Constant("ExpectedStatusCodes") ?? "200") ?? []);
            outcomes.UnionWith([FlowSendHttpRequest.Unmatched, FlowSendHttpRequest.FailedToConnect, FlowSendHttpRequest.TimedOut, "Done"]);
        }

        foreach (var input in descriptor.Inputs.Where(i => i.UIHint == "dynamic-outcomes"))
        {
            if (view.Expression(input.Name) is not null && view.Constant(input.Name) is not (List<object?> or string))
            {
                return null;
            }

            if (view.Constant(input.Name) is { } names)
            {
                outcomes.UnionWith(ValueTypes.Convert<List<string>>(names) ?? []);
            }

            if (input.UISpecifications["DynamicOutcomesOptions"]?["fixedOutcomes"] is JsonArray alwaysThere)
            {
                outcomes.UnionWith(alwaysThere.Select(WorkflowDefinition.Text).OfType<string>());
            }

            // Without a chosen outcome a script leaves through Done; a fork with branches never does.
            if (descriptor.ClrType != typeof(FlowFork) || outcomes.Count == 0)
            {
                outcomes.Add("Done");
            }
        }

        return outcomes.Count == 0 ? null : outcomes;
    }

    /// <summary>Every step must be reached by connections from a place where an instance may begin.</summary>
    private void CheckReach(
        DefinitionActivity flowchart, List<JsonObject> activities, Dictionary<string, int> index, List<(FlowConnection Connection, int At)> connections, string? start)
    {
        var begins = new Queue<int>();
        if (start is not null && index.TryGetValue(start, out var chosen))
        {
            begins.Enqueue(chosen);
        }

        for (var i = 0; i < activities.Count; i++)
        {
            if (WorkflowDefinition.Text(activities[i]["type"]) == "Elsa.Start" || CanStart(activities[i]))
            {
                begins.Enqueue(i);
            }
        }

        if (begins.Count == 0)
        {
            var first = Enumerable.Range(0, activities.Count).FirstOrDefault(i => connections.All(c => c.Connection.Target != i), -1);
            if (first < 0)
            {
                Add(flowchart, "", EngineDefects.NoStart);
                return;
            }

            begins.Enqueue(first);
        }

        var reached = new HashSet<int>(begins);
        while (begins.TryDequeue(out var at))
        {
            foreach (var (connection, _) in connections.Where(c => c.Connection.Source == at && reached.Add(c.Connection.Target)))
            {
                begins.Enqueue(connection.Target);
            }
        }

        for (var i = 0; i < activities.Count; i++)
        {
            if (!reached.Contains(i) && WorkflowDefinition.Text(activities[i]["id"]) is { Length: > 0 } id && index[id] == i)
            {
                defects.Add(new DefinitionDefect(id, $"{flowchart.Path}.activities[{i}]", EngineDefects.Unreachable, id));
            }
        }
    }

    private static bool CanStart(JsonObject activity) =>
        ((activity["customProperties"] as JsonObject)?["canStartWorkflow"] ?? activity["canStartWorkflow"]) is JsonValue value && value.TryGetValue(out bool can) && can;

    private void CheckLoops(DefinitionActivity flowchart, List<JsonObject> activities, List<(FlowConnection Connection, int At)> connections)
    {
        var compiled = new Flowchart();
        var children = new Queue<Activity>(activities.Select(a => new NotFoundActivity
        {
            Id = WorkflowDefinition.Text(a["id"]) ?? "",
            Type = WorkflowDefinition.Text(a["type"]) ?? "",
            CustomProperties = a["customProperties"]?.DeepClone() as JsonObject ?? [],
        }));
        compiled.Activities = [.. children];
        compiled.BindMore(flowchart.Json, _ => null!);
        var start = compiled.StartIndex(null);
        var graph = new FlowGraph(activities.Count, [.. connections.Select(c => c.Connection)], start);
        for (var i = 0; i < connections.Count; i++)
        {
            var (connection, at) = connections[i];
            if (graph.IsForward(i) || graph.IsValidBackward(i) || graph.IsDangling(connection.Source))
            {
                continue;
            }

            var (source, target) = (WorkflowDefinition.Text(activities[connection.Source]["id"]), WorkflowDefinition.Text(activities[connection.Target]["id"]));
            defects.Add(new DefinitionDefect(
                source,
                $"{flowchart.Path}.connections[{at}]",
                EngineDefects.BadLoop,
                source ?? "",
                target ?? ""));
        }
    }

    private void Add(DefinitionActivity flowchart, string path, DefectKind kind, params IReadOnlyList<string> arguments) =>
        defects.Add(new DefinitionDefect(flowchart.Id, flowchart.Path + path, kind, arguments));
}
