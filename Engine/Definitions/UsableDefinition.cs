using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Pana.Engine;

/// <summary>What a definition that is usable as an activity looks like as a step: its type name, its members, its descriptor.</summary>
internal static class UsableDefinition
{
    /// <summary>How <see cref="IsMarked"/> reads in a stored definition.</summary>
    public const string MarkInJson = "\"usableAsActivity\":true";

    /// <summary>The toolbox group when the definition names none.</summary>
    public const string DefaultCategory = "Workflows";

    /// <summary>Members that every step has, so that no input or output may be named like them.</summary>
    private static readonly HashSet<string> Reserved =
    [
        "id", "nodeid", "name", "type", "version", "customproperties", "metadata", "root",
        "workflowdefinitionid", "workflowdefinitionversionid", "latestavailablepublishedversion", "latestavailablepublishedversionid",
    ];

    public static bool IsMarked(WorkflowDefinition definition) =>
        definition.Json["options"] is JsonObject options && WorkflowDefinition.Flag(options["usableAsActivity"]);

    /// <summary>The name in Pascal case, without anything but letters and digits: never one of the catalogue's, which have a dot.</summary>
    public static string TypeNameOf(string? name)
    {
        var text = new StringBuilder();
        var begins = true;
        foreach (var sign in name ?? "")
        {
            if (char.IsLetterOrDigit(sign))
            {
                text.Append(begins ? char.ToUpper(sign, CultureInfo.InvariantCulture) : sign);
            }

            begins = !char.IsLetterOrDigit(sign);
        }

        return text.ToString();
    }

    /// <summary>What an input or output is known by on a step: the studio changes its case and drops spaces.</summary>
    public static string KeyOf(string argument)
    {
        var text = new StringBuilder(argument.Length);
        foreach (var sign in argument)
        {
            if (sign is not (' ' or '_' or '-'))
            {
                text.Append(char.ToLower(sign, CultureInfo.InvariantCulture));
            }
        }

        return text.ToString();
    }

    public static bool IsReserved(string argument) => Reserved.Contains(KeyOf(argument));

    /// <summary>The outcomes by which a step leaves that runs this definition.</summary>
    public static IReadOnlyList<string> OutcomesOf(WorkflowDefinition definition) => definition.Outcomes.Count > 0 ? definition.Outcomes : Outcomes.Default.Names;

    /// <summary>What the designer is told about it. Names, words and category are the definition's own.</summary>
    public static ActivityDescriptor Describe(WorkflowDefinition definition)
    {
        var typeName = TypeNameOf(definition.Name);
        return new ActivityDescriptor
        {
            TypeName = typeName,
            Version = definition.Version,
            Name = typeName,
            Category = WorkflowDefinition.Text(definition.Json["options"]?["activityCategory"]) is { Length: > 0 } category ? category : DefaultCategory,
            DisplayName = definition.Name ?? typeName,
            Description = definition.Description ?? "",
            Inputs = [.. Arguments(definition, "inputs").Select(DescribeInput)],
            Outputs = [.. Arguments(definition, "outputs").Select(DescribeOutput)],
            Ports = [new PortDescriptor("Root", "Root", "Embedded", IsBrowsable: false), .. definition.Outcomes.Select(o => new PortDescriptor(o, o, "Flow"))],
            CustomProperties = new JsonObject { ["RootType"] = "WorkflowDefinitionActivity", ["WorkflowDefinitionId"] = definition.DefinitionId, ["WorkflowDefinitionVersionId"] = definition.Id },
            ConstructionProperties = new JsonObject { ["WorkflowDefinitionId"] = definition.DefinitionId, ["WorkflowDefinitionVersionId"] = definition.Id, ["Version"] = definition.Version },
        };
    }

    private static IEnumerable<JsonObject> Arguments(WorkflowDefinition definition, string member) =>
        (definition.Json[member] as JsonArray ?? []).OfType<JsonObject>().Where(a => WorkflowDefinition.Text(a["name"]) is { Length: > 0 });

    private static InputDescriptor DescribeInput(JsonObject input) => new()
    {
        Name = WorkflowDefinition.Text(input["name"])!,
        TypeName = TypeOf(input),
        DisplayName = WordsOf(input),
        Description = WorkflowDefinition.Text(input["description"]) is { Length: > 0 } description ? description : null,
        Category = WorkflowDefinition.Text(input["category"]),
        UIHint = WorkflowDefinition.Text(input["uiHint"]) is { Length: > 0 } hint ? hint : "singleline",
    };

    private static OutputDescriptor DescribeOutput(JsonObject output) =>
        new(WorkflowDefinition.Text(output["name"])!, TypeOf(output), WordsOf(output), WorkflowDefinition.Text(output["description"]));

    private static string WordsOf(JsonObject argument) =>
        WorkflowDefinition.Text(argument["displayName"]) is { Length: > 0 } words ? words : WorkflowDefinition.Text(argument["name"])!;

    private static string TypeOf(JsonObject argument)
    {
        var type = WorkflowDefinition.Text(argument["type"]) ?? "Object";
        return WorkflowDefinition.Flag(argument["isArray"]) ? $"List<{type}>" : type;
    }
}
