using System.Text.Json;
using System.Text.Json.Nodes;

namespace Pana.Engine;

/// <summary>
/// A version of a workflow definition in Elsa's JSON format. The JSON is kept as it came, so members and activity
/// types that are unknown here survive; the properties are a lenient view of it.
/// </summary>
public sealed class WorkflowDefinition
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 128, AllowDuplicateProperties = false };

    private IReadOnlyList<DefinitionActivity>? _activities;

    private WorkflowDefinition(JsonObject json)
    {
        Json = json;
        Variables = [.. ReadVariables(json["variables"])];
        Inputs = [.. ReadArguments(json["inputs"])];
        Outputs = [.. ReadArguments(json["outputs"])];
        Outcomes = json["outcomes"] is JsonArray outcomes ? [.. outcomes.Select(o => Text(o)).OfType<string>()] : [];
    }

    /// <summary>The definition as it came. Change it through <see cref="With"/> only.</summary>
    public JsonObject Json { get; }

    /// <summary>The id of this version.</summary>
    public string Id => Text(Json["id"]) ?? "";

    /// <summary>The id all versions share.</summary>
    public string DefinitionId => Text(Json["definitionId"]) ?? "";

    /// <summary>The name shown in lists.</summary>
    public string? Name => Text(Json["name"]);

    /// <summary>What it is for.</summary>
    public string? Description => Text(Json["description"]);

    /// <summary>1, 2, 3, …</summary>
    public int Version => Number(Json["version"]) ?? 1;

    /// <summary>Whether it is the newest version.</summary>
    public bool IsLatest => Flag(Json["isLatest"]);

    /// <summary>Whether new instances run it.</summary>
    public bool IsPublished => Flag(Json["isPublished"]);

    /// <summary>The variables of the workflow.</summary>
    public IReadOnlyList<Variable> Variables { get; }

    /// <summary>What it is started with.</summary>
    public IReadOnlyList<WorkflowArgument> Inputs { get; }

    /// <summary>What it gives.</summary>
    public IReadOnlyList<WorkflowArgument> Outputs { get; }

    /// <summary>The outcomes it may end with.</summary>
    public IReadOnlyList<string> Outcomes { get; }

    /// <summary>The activity at the top; null when the JSON has none.</summary>
    public JsonObject? Root => Json["root"] as JsonObject;

    /// <summary>Every activity in it, containers before their content.</summary>
    public IReadOnlyList<DefinitionActivity> Activities => _activities ??= [.. DefinitionActivity.Walk(Root)];

    /// <summary>Reads a definition; wrapped as Studio sends it (<c>{"model": …}</c>) or bare.</summary>
    /// <exception cref="InvalidDefinitionException">The text is not a JSON object.</exception>
    public static WorkflowDefinition Parse(string json)
    {
        try
        {
            if (JsonNode.Parse(json, documentOptions: Strict) is JsonObject map)
            {
                return FromJson(map["model"] is JsonObject model && !map.ContainsKey("root") ? (JsonObject)model.DeepClone() : map);
            }
        }
        catch (JsonException e)
        {
            throw new InvalidDefinitionException(null, [new(null, "$", EngineDefects.NotJson, $"{Strict.MaxDepth}", e.Message)]);
        }

        throw new InvalidDefinitionException(null, [new(null, "$", EngineDefects.NotAnObject)]);
    }

    /// <summary>Takes a definition that is JSON already.</summary>
    public static WorkflowDefinition FromJson(JsonObject json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return new WorkflowDefinition(json);
    }

    /// <summary>The same definition with some members set; everything else is untouched.</summary>
    public WorkflowDefinition With(params IEnumerable<KeyValuePair<string, JsonNode?>> members)
    {
        ArgumentNullException.ThrowIfNull(members);
        var json = (JsonObject)Json.DeepClone();
        foreach (var (name, value) in members)
        {
            json[name] = value;
        }

        return new WorkflowDefinition(json);
    }

    /// <summary>The JSON text.</summary>
    public string ToJson() => Json.ToJsonString(DefinitionJson.Compact);

    internal static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    internal static int? Number(JsonNode? node) => node is JsonValue value && value.TryGetValue(out int number) ? number : null;

    internal static bool Flag(JsonNode? node) => node is JsonValue value && value.TryGetValue(out bool flag) && flag;

    internal static IEnumerable<Variable> ReadVariables(JsonNode? node)
    {
        foreach (var item in (node as JsonArray ?? []).OfType<JsonObject>())
        {
            yield return ReadVariable(item);
        }
    }

    internal static Variable ReadVariable(JsonObject item)
    {
        var name = Text(item["name"]) ?? "";
        return new Variable
        {
            Id = Text(item["id"]) is { Length: > 0 } id ? id : name,
            Name = name,
            TypeName = Text(item["typeName"]) ?? "Object",
            IsArray = Flag(item["isArray"]),
            Value = item["value"]?.DeepClone(),
        };
    }

    private static IEnumerable<WorkflowArgument> ReadArguments(JsonNode? node)
    {
        foreach (var item in (node as JsonArray ?? []).OfType<JsonObject>())
        {
            yield return new WorkflowArgument(Text(item["name"]) ?? "", Text(item["type"]) ?? "Object", Flag(item["isArray"]));
        }
    }
}
