using System.Text.Json;
using System.Text.Json.Nodes;

namespace Pana.Tests.Engine;

/// <summary>Writes definitions as the designer does, naming only what a test is about.</summary>
internal sealed class Chart(string definitionId = "chart")
{
    private readonly JsonArray _activities = [];
    private readonly JsonArray _connections = [];
    private readonly JsonArray _variables = [];
    private string? _start;

    public string DefinitionId { get; } = definitionId;

    /// <summary>Adds an activity; members are written as they are, expressions through <see cref="Literal"/> and its like.</summary>
    public Chart Add(string id, string type, params (string Name, JsonNode? Value)[] members)
    {
        _activities.Add(Activity(id, type, members));
        return this;
    }

    /// <summary>Adds activities that complete at once.</summary>
    public Chart Steps(params string[] ids)
    {
        foreach (var id in ids)
        {
            Add(id, "Elsa.WriteLine");
        }

        return this;
    }

    /// <summary>Adds activities that wait to be resumed.</summary>
    public Chart Waits(params string[] ids)
    {
        foreach (var id in ids)
        {
            Add(id, "Test.Wait");
        }

        return this;
    }

    /// <summary>Adds a join.</summary>
    public Chart Join(string id, string mode) => Add(id, "Elsa.FlowJoin", ("mode", Literal(mode)));

    /// <summary>Adds an activity that leaves through the ports.</summary>
    public Chart Fork(string id, params string[] ports) => Add(id, "Test.Leave", ("ports", Json(ports)));

    /// <summary>Connects <c>a</c> or <c>a:Port</c> with the next, and that with the one after.</summary>
    public Chart Connect(params string[] ends)
    {
        for (var i = 0; i + 1 < ends.Length; i++)
        {
            var source = ends[i].Split(':');
            _connections.Add(new JsonObject
            {
                ["source"] = new JsonObject { ["activity"] = source[0], ["port"] = source.Length > 1 ? source[1] : "Done" },
                ["target"] = new JsonObject { ["activity"] = ends[i + 1].Split(':')[0], ["port"] = "In" },
                ["vertices"] = new JsonArray(),
            });
        }

        return this;
    }

    public Chart Variable(string name, string type = "Object", string? value = null)
    {
        _variables.Add(new JsonObject { ["id"] = "id-" + name, ["name"] = name, ["typeName"] = type, ["isArray"] = false, ["value"] = value });
        return this;
    }

    public Chart StartAt(string id)
    {
        _start = id;
        return this;
    }

    public JsonObject Root()
    {
        var root = Activity("root", "Elsa.Flowchart", [("activities", _activities.DeepClone()), ("connections", _connections.DeepClone())]);
        if (_start is not null)
        {
            root["start"] = _start;
        }

        return root;
    }

    public JsonObject Definition() => Definition(Root());

    public JsonObject Definition(JsonObject root) => new()
    {
        ["id"] = null,
        ["definitionId"] = DefinitionId,
        ["name"] = DefinitionId,
        ["version"] = 1,
        ["variables"] = _variables.DeepClone(),
        ["inputs"] = new JsonArray(),
        ["outputs"] = new JsonArray(),
        ["outcomes"] = new JsonArray(),
        ["customProperties"] = new JsonObject(),
        ["root"] = root,
    };

    public static JsonObject Activity(string id, string type, params (string Name, JsonNode? Value)[] members)
    {
        var activity = new JsonObject
        {
            ["id"] = id,
            ["name"] = id,
            ["type"] = type,
            ["version"] = 1,
            ["customProperties"] = new JsonObject(),
            ["metadata"] = new JsonObject(),
        };
        foreach (var (name, value) in members)
        {
            activity[name] = value;
        }

        return activity;
    }

    public static JsonObject Literal(object? value) => Wrapped("Literal", JsonSerializer.SerializeToNode(value));

    /// <summary>An <c>Object</c> expression: JSON inside a text, as the designer stores it.</summary>
    public static JsonObject Json(object? value) => Wrapped("Object", JsonSerializer.Serialize(value));

    public static JsonObject OfVariable(string name) =>
        Wrapped("Variable", JsonSerializer.Serialize(new { id = "id-" + name, name, typeName = "Object" }));

    public static JsonObject OfInput(string name) => Wrapped("Input", JsonSerializer.Serialize(new { name, type = "Object" }));

    public static JsonObject Output(string variable) => new() { ["typeName"] = "Object", ["memoryReference"] = new JsonObject { ["id"] = "id-" + variable } };

    public static JsonObject TheVariable(string name) => new() { ["id"] = "id-" + name, ["name"] = name, ["typeName"] = "Object" };

    private static JsonObject Wrapped(string type, JsonNode? value) => new()
    {
        ["typeName"] = null,
        ["expression"] = new JsonObject { ["type"] = type, ["value"] = value },
        ["memoryReference"] = null,
    };
}
