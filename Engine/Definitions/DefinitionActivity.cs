using System.Text.Json.Nodes;

namespace Pana.Engine;

/// <summary>An activity as the JSON has it, for checks and searches: known types and unknown ones alike.</summary>
public sealed record DefinitionActivity(string Id, string NodeId, string Type, string Path, JsonObject Json)
{
    private const string WorkflowNode = "Workflow1";

    /// <summary>The value of an input when it is constant (<c>Literal</c> or <c>Object</c>, or unwrapped); null otherwise.</summary>
    public object? Constant(string inputName)
    {
        if (ActivityBinding.ReadExpression(Json[System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(inputName)]) is not { } expression)
        {
            return null;
        }

        try
        {
            return expression.Type switch
            {
                "Literal" => JsonSource.Value(expression.Value),
                "Object" or "Json" => new ObjectEvaluator(expression.Type).Evaluate(expression, null!),
                _ => null,
            };
        }
        catch (System.Text.Json.JsonException)
        {
            return null;
        }
    }

    /// <summary>A flowchart's connections: from which step, by which outcome (<c>Done</c> when none is named), to which. Empty for every other step.</summary>
    public IEnumerable<(string From, string Outcome, string To)> Connections => FlowchartJson.Connections(Json);

    /// <summary>How an input is given; null when it is not.</summary>
    public Expression? Expression(string inputName) =>
        ActivityBinding.ReadExpression(Json[System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(inputName)]);

    internal static IEnumerable<DefinitionActivity> Walk(JsonObject? root) =>
        root is null ? [] : WalkNode(root, WorkflowNode, "$.root");

    /// <summary>The activities directly inside one: every member, and every item of an array member, that looks like an activity.</summary>
    internal static IEnumerable<(JsonObject Json, string Path)> ChildrenOf(JsonObject json, string path)
    {
        foreach (var (name, value) in json)
        {
            if (name is "customProperties" or "metadata" or "connections" or "start")
            {
                continue;
            }

            if (value is JsonObject single && LooksLikeActivity(single))
            {
                yield return (single, $"{path}.{name}");
            }
            else if (value is JsonArray items)
            {
                for (var i = 0; i < items.Count; i++)
                {
                    if (items[i] is not JsonObject item)
                    {
                        continue;
                    }

                    if (name is "activities" or "branches" || LooksLikeActivity(item))
                    {
                        yield return (item, $"{path}.{name}[{i}]");
                    }
                    else if (item["activity"] is JsonObject inCase)
                    {
                        yield return (inCase, $"{path}.{name}[{i}].activity");
                    }
                }
            }
        }
    }

    private static bool LooksLikeActivity(JsonObject json) =>
        json["type"] is JsonValue && json["id"] is JsonValue && json["version"] is JsonValue;

    private static IEnumerable<DefinitionActivity> WalkNode(JsonObject json, string parentNodeId, string path)
    {
        var id = WorkflowDefinition.Text(json["id"]) ?? "";
        var nodeId = $"{parentNodeId}:{id}";
        yield return new DefinitionActivity(id, nodeId, WorkflowDefinition.Text(json["type"]) ?? "", path, json);
        foreach (var (child, childPath) in ChildrenOf(json, path))
        {
            foreach (var inner in WalkNode(child, nodeId, childPath))
            {
                yield return inner;
            }
        }
    }
}
