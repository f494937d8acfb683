using System.Text.Json;
using System.Text.Json.Nodes;

namespace Pana.Engine;

/// <summary>Checks what a definition says about itself: identity, variables, inputs, outputs.</summary>
internal sealed class WorkflowChecks(WorkflowDefinition definition, List<DefinitionDefect> defects)
{
    public void Run()
    {
        var json = definition.Json;
        if (json["root"] is not JsonObject)
        {
            Add("$.root", EngineDefects.NoRoot);
        }

        if (json["definitionId"] is not null && definition.DefinitionId.Length == 0)
        {
            Add("$.definitionId", EngineDefects.NotText);
        }

        if (json["version"] is not null && (WorkflowDefinition.Number(json["version"]) ?? 0) < 1)
        {
            Add("$.version", EngineDefects.BadVersion);
        }

        CheckList("variables", requireId: true, typeMember: "typeName");
        CheckList("inputs", requireId: false, typeMember: "type");
        CheckList("outputs", requireId: false, typeMember: "type");
        CheckVariableValues(definition.Variables, "$.variables");
        foreach (var activity in definition.Activities.Where(a => a.Json["variables"] is JsonArray))
        {
            CheckVariableValues([.. WorkflowDefinition.ReadVariables(activity.Json["variables"])], $"{activity.Path}.variables");
        }
    }

    private void CheckList(string member, bool requireId, string typeMember)
    {
        if (definition.Json[member] is not { } node)
        {
            return;
        }

        if (node is not JsonArray items)
        {
            Add($"$.{member}", EngineDefects.NotAList);
            return;
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        var ids = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < items.Count; i++)
        {
            var path = $"$.{member}[{i}]";
            if (items[i] is not JsonObject item || WorkflowDefinition.Text(item["name"]) is not { Length: > 0 } name)
            {
                Add($"{path}.name", EngineDefects.NoName);
                continue;
            }

            if (!names.Add(name))
            {
                Add($"{path}.name", EngineDefects.NameTwice, name);
            }

            if (requireId && WorkflowDefinition.Text(item["id"]) is { Length: > 0 } id && !ids.Add(id))
            {
                Add($"{path}.id", EngineDefects.IdTwice, id);
            }

            if (item[typeMember] is not null && WorkflowDefinition.Text(item[typeMember]) is null)
            {
                Add($"{path}.{typeMember}", EngineDefects.NoTypeName);
            }
        }
    }

    private void CheckVariableValues(IReadOnlyList<Variable> variables, string path)
    {
        for (var i = 0; i < variables.Count; i++)
        {
            try
            {
                VariableValues.Initial(variables[i]);
            }
            catch (Exception e) when (e is FormatException or InvalidCastException or OverflowException or ArgumentException or JsonException or NotSupportedException or InvalidOperationException)
            {
                Add($"{path}[{i}].value", EngineDefects.BadInitialValue, variables[i].Name, variables[i].TypeName);
            }
        }
    }

    private void Add(string path, DefectKind kind, params IReadOnlyList<string> arguments) => defects.Add(new DefinitionDefect(null, path, kind, arguments));
}
