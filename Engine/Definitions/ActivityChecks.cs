using System.Text.Json;
using System.Text.Json.Nodes;
using Cronos;

namespace Pana.Engine;

/// <summary>Checks every activity: identity, type, inputs, expressions, output bindings.</summary>
internal sealed class ActivityChecks(WorkflowDefinition definition, ActivityCatalog catalog, ExpressionEvaluators evaluators, List<DefinitionDefect> defects)
{
    private const int MostActivities = 5_000;

    /// <summary>Elsa has these and they are not offered here; a definition that uses them loads, and faults where they run.</summary>
    private static readonly HashSet<string> OfferedElsewhere = ["CSharp", "Python", "Delegate", "Secret"];

    private readonly HashSet<string> _variables = [.. VariableKeys(definition)];
    private readonly HashSet<string> _inputs = [.. definition.Inputs.Select(i => i.Name)];

    public void Run()
    {
        if (definition.Activities.Count > MostActivities)
        {
            Add(null, "$.root", EngineDefects.TooManySteps, $"{definition.Activities.Count:N0}", $"{MostActivities:N0}");
            return;
        }

        var nodeIds = new HashSet<string>(StringComparer.Ordinal);
        foreach (var activity in definition.Activities)
        {
            if (activity.Id.Length == 0)
            {
                Add(null, $"{activity.Path}.id", EngineDefects.NoId);
            }
            else if (!nodeIds.Add(activity.NodeId))
            {
                Add(activity.Id, $"{activity.Path}.id", EngineDefects.StepIdTwice, activity.Id);
            }

            CheckType(activity);
        }
    }

    private void CheckType(DefinitionActivity activity)
    {
        if (activity.Type.Length == 0)
        {
            Add(activity.Id, $"{activity.Path}.type", EngineDefects.NoType);
            return;
        }

        if (catalog.Find(activity.Type) is not { } descriptor)
        {
            if (UsedDefinition.Read(activity.Json) is not null)
            {
                CheckUse(activity);
                return;
            }

            Add(activity.Id, $"{activity.Path}.type", EngineDefects.UnknownType, activity.Type, Nearest(activity.Type));
            return;
        }

        foreach (var input in descriptor.Inputs)
        {
            CheckInput(activity, descriptor, input);
        }

        foreach (var output in descriptor.Outputs)
        {
            CheckOutput(activity, output);
        }
    }

    /// <summary>A step that is another definition: what can be told without that one.</summary>
    private void CheckUse(DefinitionActivity activity)
    {
        foreach (var (member, expression) in WorkflowDefinitionActivity.ExpressionsOf(activity.Json).Where(e => JsonSource.Value(e.Expression.Value) is not (null or "")))
        {
            CheckExpression(activity, expression, $"{activity.Path}.{member}", null);
        }

        foreach (var (member, target) in WorkflowDefinitionActivity.TargetsOf(activity.Json))
        {
            CheckTarget(activity, member, target, $"{activity.Path}.{member}");
        }
    }

    private void CheckInput(DefinitionActivity activity, ActivityDescriptor descriptor, InputDescriptor input)
    {
        var member = JsonNamingPolicy.CamelCase.ConvertName(input.Name);
        var path = $"{activity.Path}.{member}";
        var node = activity.Json[member];
        if (!input.IsWrapped)
        {
            CheckRaw(activity, input, node, path);
            return;
        }

        if (ActivityBinding.ReadExpression(node) is not { } expression)
        {
            if (input.IsRequired)
            {
                Add(activity.Id, path, EngineDefects.InputMissing, input.Name);
            }

            return;
        }

        var isEmpty = JsonSource.Value(expression.Value) is null or "";
        if (input.IsRequired && isEmpty)
        {
            Add(activity.Id, path, EngineDefects.InputEmpty, input.Name, expression.Type);
            return;
        }

        if (!isEmpty)
        {
            CheckExpression(activity, expression, path, WantedType(descriptor, input));
        }
    }

    private void CheckRaw(DefinitionActivity activity, InputDescriptor input, JsonNode? node, string path)
    {
        if (input.UIHint is "switch-editor" or "flow-switch-editor")
        {
            if (node is not null and not JsonArray)
            {
                Add(activity.Id, path, EngineDefects.CasesNotAList);
            }

            var labels = new HashSet<string>(StringComparer.Ordinal);
            foreach (var (index, item) in FlowSwitchCase.ReadAll(node).Index())
            {
                if (WorkflowDefinition.Text(item["label"]) is not { Length: > 0 } label)
                {
                    Add(activity.Id, $"{path}[{index}].label", EngineDefects.NoLabel);
                }
                else if (!labels.Add(label))
                {
                    Add(activity.Id, $"{path}[{index}].label", EngineDefects.LabelTwice, label);
                }

                if (ActivityBinding.ReadExpression(item["condition"]) is { } condition)
                {
                    CheckExpression(activity, condition, $"{path}[{index}].condition", typeof(bool));
                }
            }
        }
        else if (input.UIHint == "variable-picker")
        {
            var id = JsonSource.Member(node, "id", "name");
            if (id.Length == 0 && input.IsRequired)
            {
                Add(activity.Id, path, EngineDefects.NoVariable);
            }
            else if (id.Length > 0 && !_variables.Contains(id))
            {
                Add(activity.Id, path, EngineDefects.UnknownVariable, id);
            }
        }
    }

    private void CheckExpression(DefinitionActivity activity, Expression expression, string path, Type? wanted)
    {
        if (evaluators.Find(expression.Type) is not { } evaluator)
        {
            if (!OfferedElsewhere.Contains(expression.Type))
            {
                Add(activity.Id, path, EngineDefects.UnknownExpression, expression.Type, string.Join(", ", evaluators.Types.Order(StringComparer.Ordinal)));
            }

            return;
        }

        if (evaluator.Check(expression) is { } wrong)
        {
            Add(activity.Id, path, EngineDefects.BadExpression, expression.Type, wrong);
            return;
        }

        switch (expression.Type)
        {
            case "Variable" when VariableEvaluator.NameOf(expression) is var name && !_variables.Contains(name):
                Add(activity.Id, path, EngineDefects.UnknownVariable, name);
                break;
            case "Input" when JsonSource.Member(expression.Value, "name", "id") is var name && !_inputs.Contains(name):
                Add(activity.Id, path, EngineDefects.UnknownInput, name);
                break;
            case "Literal" or "Object" or "Json" when wanted is not null:
                CheckConstant(activity, evaluator.Evaluate(expression, null!), path, wanted);
                break;
        }
    }

    private void CheckConstant(DefinitionActivity activity, object? value, string path, Type wanted)
    {
        try
        {
            var converted = ValueTypes.Convert(value, wanted);
            if (activity.Type == "Elsa.Cron" && converted is string cron)
            {
                Cron.Next(cron, DateTimeOffset.UnixEpoch);
            }
        }
        catch (CronFormatException e)
        {
            Add(activity.Id, path, EngineDefects.BadCron, $"{value}", e.Message);
        }
        catch (Exception e) when (e is FormatException or InvalidCastException or OverflowException or ArgumentException or JsonException or NotSupportedException or InvalidOperationException)
        {
            Add(activity.Id, path, EngineDefects.BadConstant, ValueTypes.NameOf(wanted), PlainData.Describe(value), Example(wanted));
        }
    }

    private void CheckOutput(DefinitionActivity activity, OutputDescriptor output)
    {
        var member = JsonNamingPolicy.CamelCase.ConvertName(output.Name);
        if (activity.Json[member] is JsonObject binding
            && binding["memoryReference"] is JsonObject reference
            && WorkflowDefinition.Text(reference["id"]) is { Length: > 0 } id)
        {
            CheckTarget(activity, output.Name, id, $"{activity.Path}.{member}");
        }
    }

    private void CheckTarget(DefinitionActivity activity, string output, string target, string path)
    {
        if (!_variables.Contains(target) && !definition.Outputs.Any(o => o.Name == target))
        {
            Add(activity.Id, path, EngineDefects.UnboundOutput, output, target);
        }
    }

    private static Type? WantedType(ActivityDescriptor descriptor, InputDescriptor input) =>
        descriptor.ClrType?.GetProperty(input.Name)?.PropertyType.GetGenericArguments()[0];

    private static IEnumerable<string> VariableKeys(WorkflowDefinition definition)
    {
        var all = definition.Variables.Concat(definition.Activities.SelectMany(a => WorkflowDefinition.ReadVariables(a.Json["variables"])));
        return all.SelectMany(v => new[] { v.Id, v.Name }).Concat(["CurrentValue", "CurrentIndex", "ChildInstanceId"]);
    }

    private string Nearest(string type)
    {
        var name = type[(type.LastIndexOf('.') + 1)..];
        var near = catalog.Descriptors.FirstOrDefault(d => d.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        return near is null ? "" : $" ('{near.TypeName}'?)";
    }

    private static string Example(Type type) => ValueTypes.NameOf(type) switch
    {
        "TimeSpan" => ": 1.12:00:00",
        "DateTimeOffset" => ": 2026-03-02T09:00:00+05:00",
        "Boolean" => ": True, False",
        _ => type.IsEnum ? $": {string.Join(", ", Enum.GetNames(type))}" : "",
    };

    private void Add(string? activityId, string path, DefectKind kind, params IReadOnlyList<string> arguments) =>
        defects.Add(new DefinitionDefect(activityId, path, kind, arguments));
}
