using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Pana.Engine;
using Pana.Tests.Workflows;

namespace Pana.Tests.Activities;

/// <summary>Runs steps by themselves: a workflow of the given steps, one after another, for one case.</summary>
internal static class OneStep
{
    /// <summary>Publishes a flowchart of the steps in a row and starts it for the case.</summary>
    public static Task<WorkflowRunResult> RunStepsAsync(this ProcedureWorld world, Guid caseId, params JsonObject[] steps) =>
        world.AsAsync(world.Social, async scope =>
        {
            var definition = Definition($"steps-{Guid.NewGuid():N}", steps);
            var store = scope.GetRequiredService<DefinitionStore>();
            await store.SaveDraftAsync(definition.ToJsonString());
            await store.PublishAsync(definition["definitionId"]!.ToString());
            return await scope.GetRequiredService<WorkflowRuntime>().StartAsync(
                new StartWorkflow(definition["definitionId"]!.ToString()) { CorrelationId = caseId.ToString("N"), Input = new Dictionary<string, object?> { ["IsChild"] = false } });
        });

    public static JsonObject Definition(string id, params JsonObject[] steps)
    {
        var connections = new JsonArray();
        for (var i = 1; i < steps.Length; i++)
        {
            connections.Add(new JsonObject
            {
                ["source"] = new JsonObject { ["activity"] = steps[i - 1]["id"]!.ToString(), ["port"] = "Done" },
                ["target"] = new JsonObject { ["activity"] = steps[i]["id"]!.ToString(), ["port"] = "In" },
            });
        }

        foreach (var step in steps)
        {
            step["nodeId"] = $"Workflow1:root:{step["id"]}";
        }

        return new JsonObject
        {
            ["id"] = id + "-1",
            ["definitionId"] = id,
            ["name"] = id,
            ["version"] = 1,
            ["variables"] = new JsonArray(new JsonObject { ["id"] = "v-facts", ["name"] = "Facts", ["typeName"] = "Object" }, new JsonObject { ["id"] = "v-task", ["name"] = "Task", ["typeName"] = "String" }, new JsonObject { ["id"] = "v-paper", ["name"] = "Paper", ["typeName"] = "String" }),
            ["outputs"] = new JsonArray(new JsonObject { ["name"] = "Result", ["type"] = "Object" }),
            ["root"] = new JsonObject
            {
                ["id"] = "root",
                ["nodeId"] = "Workflow1:root",
                ["name"] = "root",
                ["type"] = "Elsa.Flowchart",
                ["version"] = 1,
                ["activities"] = new JsonArray([.. steps]),
                ["connections"] = connections,
            },
        };
    }

    /// <summary>A step of a type; text inputs become literals, string arrays become objects.</summary>
    public static JsonObject Step(string type, params (string Name, object Value)[] inputs)
    {
        var step = new JsonObject { ["id"] = $"s{Guid.NewGuid():N}"[..12], ["name"] = type, ["type"] = type, ["version"] = 1 };
        foreach (var (name, value) in inputs)
        {
            step[name] = value is JsonNode node
                ? node
                : new JsonObject
                {
                    ["expression"] = value is string[] list
                        ? new JsonObject { ["type"] = "Object", ["value"] = new JsonArray([.. list.Select(one => JsonValue.Create(one))]).ToJsonString() }
                        : new JsonObject { ["type"] = "Literal", ["value"] = value.ToString() },
                };
        }

        return step;
    }

    /// <summary>Binds an output to a variable.</summary>
    public static JsonObject To(string variableId) => new() { ["memoryReference"] = new JsonObject { ["id"] = variableId } };

    /// <summary>Reads a variable.</summary>
    public static JsonObject From(string variable) => new() { ["expression"] = new JsonObject { ["type"] = "JavaScript", ["value"] = $"getVariable('{variable}')" } };

    /// <summary>Writes a variable to the instance's output <c>Result</c>.</summary>
    public static JsonObject Output(string variable) => Step("Elsa.SetOutput", ("outputName", "Result"), ("outputValue", From(variable)));
}
