using System.Text.Json.Nodes;

namespace Pana.Benchmarks;

/// <summary>
/// A flowchart of 30 activities: five automatic steps, then rounds of a human task and three conditions. Every
/// condition is true, and the last leads back to the task, so that an instance can be stepped for ever.
/// </summary>
internal static class StepDefinition
{
    public const string Id = "bench";

    public static string Json()
    {
        var activities = new JsonArray();
        var connections = new JsonArray();
        for (var i = 1; i <= 5; i++)
        {
            activities.Add(Activity($"auto{i}", "Elsa.SetVariable", ("variable", Variable("step", "Step")), ("value", Wrapped("Object", "Literal", $"{i}"))));
            Connect(connections, i == 1 ? null : $"auto{i - 1}", "Done", $"auto{i}");
        }

        activities.Add(Activity("task", "Bench.HumanTask"));
        Connect(connections, "auto5", "Done", "task");
        string[] conditions = ["variables.Facts.f1 == 'v1'", "variables.Facts.f2 == 'v2' && variables.Facts.count > 3", "getFacts().agreed === true"];
        for (var i = 0; i < conditions.Length; i++)
        {
            activities.Add(Activity($"if{i}", "Elsa.FlowDecision", ("condition", Wrapped("Boolean", "JavaScript", conditions[i]))));
            Connect(connections, i == 0 ? "task" : $"if{i - 1}", i == 0 ? "Approved" : "True", $"if{i}");
        }

        Connect(connections, "if2", "True", "task");
        for (var i = 0; i < 21; i++)
        {
            activities.Add(Activity($"other{i}", "Elsa.SetVariable", ("variable", Variable("step", "Step")), ("value", Wrapped("Object", "Literal", "x"))));
            Connect(connections, i == 0 ? "task" : $"other{i - 1}", i == 0 ? "Refused" : "Done", $"other{i}");
        }

        return new JsonObject
        {
            ["definitionId"] = Id,
            ["name"] = "Bench",
            ["version"] = 1,
            ["variables"] = new JsonArray(Variable("step", "Step"), Variable("facts", "Facts")),
            ["root"] = new JsonObject
            {
                ["id"] = "chart",
                ["nodeId"] = "chart",
                ["type"] = "Elsa.Flowchart",
                ["version"] = 1,
                ["start"] = "auto1",
                ["activities"] = activities,
                ["connections"] = connections,
                ["variables"] = new JsonArray(),
            },
        }.ToJsonString();
    }

    private static JsonObject Activity(string id, string type, params (string Name, JsonNode Value)[] inputs)
    {
        var activity = new JsonObject { ["id"] = id, ["nodeId"] = $"chart:{id}", ["type"] = type, ["version"] = 1 };
        foreach (var (name, value) in inputs)
        {
            activity[name] = value;
        }

        return activity;
    }

    private static JsonObject Wrapped(string typeName, string expression, string value) =>
        new() { ["typeName"] = typeName, ["expression"] = new JsonObject { ["type"] = expression, ["value"] = value } };

    private static JsonObject Variable(string id, string name) => new() { ["id"] = id, ["name"] = name, ["typeName"] = "Object", ["isArray"] = false };

    private static void Connect(JsonArray connections, string? from, string port, string to)
    {
        if (from is not null)
        {
            connections.Add(new JsonObject
            {
                ["source"] = new JsonObject { ["activity"] = from, ["port"] = port },
                ["target"] = new JsonObject { ["activity"] = to, ["port"] = "In" },
            });
        }
    }

    /// <summary>2 KB of codes: what a start brings.</summary>
    public static Dictionary<string, object?> Input { get; } =
        Enumerable.Range(0, 30).ToDictionary(i => $"code{i}", i => (object?)$"{i:000}-{new string('a', 48)}");

    /// <summary>Ten answers of a person.</summary>
    public static Dictionary<string, object?> Answer { get; } = new()
    {
        ["Outcome"] = "Approved",
        ["Facts"] = new Dictionary<string, object?>
        {
            ["f1"] = "v1",
            ["f2"] = "v2",
            ["f3"] = "2026-03-02",
            ["f4"] = "yes",
            ["f5"] = "no",
            ["f6"] = "refused",
            ["f7"] = "other",
            ["count"] = 4,
            ["agreed"] = true,
            ["f10"] = "done",
        },
    };
}
