using System.Text.Json.Nodes;
using Pana.Engine;

namespace Pana.Designer;

/// <summary>
/// A step whose type is unknown here empties the studio's whole canvas, and its next save destroys the workflow. So it
/// is shown as <c>Elsa.NotFoundActivity</c> that carries the original, and is put back when the studio saves.
/// </summary>
internal static class NotFoundSteps
{
    public const string TypeName = "Elsa.NotFoundActivity";
    private const string Original = "originalActivityJson";
    private const string MissingType = "missingTypeName";

    /// <summary>Replaces unknown steps, in place. Their used ports stay drawn through <c>outcomes</c>.</summary>
    public static void Substitute(JsonObject definition, KnownSteps known, Func<string, string> title)
    {
        var steps = WorkflowDefinition.FromJson(definition).Activities;
        foreach (var step in steps.Where(s => IsUnknown(s, known)).ToList())
        {
            if (step.Json.Parent is null || IsInside(step.Json, definition) is false)
            {
                continue;
            }

            var original = step.Json.ToJsonString(Answer.Options);
            var metadata = step.Json["metadata"]?.DeepClone() as JsonObject ?? [];
            metadata["displayText"] ??= title(step.Type);
            var ports = PortsUsed(step, steps);
            step.Json.ReplaceWith(new JsonObject
            {
                ["id"] = step.Id,
                ["nodeId"] = step.NodeId,
                ["name"] = step.Json["name"]?.DeepClone(),
                ["type"] = TypeName,
                ["version"] = 1,
                ["metadata"] = metadata,
                ["customProperties"] = step.Json["customProperties"]?.DeepClone() ?? new JsonObject(),
                [MissingType] = step.Type,
                ["missingTypeVersion"] = step.Json["version"]?.DeepClone() ?? 1,
                [Original] = original,
                ["outcomes"] = new JsonObject
                {
                    ["typeName"] = null,
                    ["expression"] = new JsonObject { ["type"] = "Object", ["value"] = new JsonArray([.. ports.Select(p => JsonValue.Create(p))]).ToJsonString(Answer.Options) },
                    ["memoryReference"] = null,
                },
            });
        }
    }

    /// <summary>Puts the originals back, in place, with what the studio may have changed: name, place and title.</summary>
    public static void Restore(JsonObject definition, Func<string, string> title)
    {
        foreach (var step in WorkflowDefinition.FromJson(definition).Activities.Where(s => s.Type == TypeName).ToList())
        {
            if (step.Json[Original] is not JsonValue text || JsonNode.Parse(text.GetValue<string>()) is not JsonObject original)
            {
                continue;
            }

            var metadata = step.Json["metadata"]?.DeepClone() as JsonObject ?? [];
            var type = original["type"]?.GetValue<string>() ?? "";
            if ((string?)metadata["displayText"] == title(type))
            {
                metadata.Remove("displayText");
            }

            original["id"] = step.Id;
            original["nodeId"] = step.NodeId;
            if (step.Json["name"] is { } name)
            {
                original["name"] = name.DeepClone();
            }

            if (metadata.Count > 0 || original.ContainsKey("metadata"))
            {
                original["metadata"] = metadata;
            }

            step.Json.ReplaceWith(original);
        }
    }

    public static bool IsUnknown(DefinitionActivity step, KnownSteps known) => step.Type != TypeName && !known.Has(step);

    /// <summary>False for a step inside another that has just been replaced: its original travels whole.</summary>
    private static bool IsInside(JsonNode node, JsonNode definition)
    {
        for (var at = node; at is not null; at = at.Parent)
        {
            if (ReferenceEquals(at, definition))
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<string> PortsUsed(DefinitionActivity step, IReadOnlyList<DefinitionActivity> steps) => steps
        .SelectMany(container => container.Json["connections"] as JsonArray ?? [])
        .Select(connection => connection?["source"])
        .Where(source => (string?)source?["activity"] == step.Id)
        .Select(source => (string?)source!["port"] ?? "Done")
        .Distinct();
}
