using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Pana.Engine;

namespace Pana.Designer;

/// <summary>The short lists of the studio: expression types, strategies, variable types, features.</summary>
internal sealed class SmallDescriptors(DescriptorTexts texts, DescriptorBook book, UsableSteps usable, WorkflowDb db, DefinitionStore store)
{
    private static readonly (string Type, bool IsBrowsable, string? Monaco)[] ExpressionTypes =
    [
        ("Literal", false, null), ("Object", false, "json"), ("Variable", true, null), ("Input", true, null),
        ("JavaScript", true, "javascript"), ("Liquid", true, "liquid"),
    ];

    private static readonly (string Type, string Category)[] VariableTypes =
    [
        ("String", "Primitives"), ("Boolean", "Primitives"), ("Int32", "Primitives"), ("Long", "Primitives"), ("Double", "Primitives"), ("Decimal", "Primitives"),
        ("Guid", "Primitives"), ("DateTime", "Primitives"), ("DateTimeOffset", "Primitives"), ("TimeSpan", "Primitives"), ("Object", "Primitives"),
        ("StringDictionary", "Lookups"), ("ObjectDictionary", "Lookups"), ("JsonNode", "Dynamic"), ("JsonObject", "Dynamic"),
    ];

    private static string Culture => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    public async Task<IResult> ActivitiesAsync(CancellationToken ct) => Results.Text(book.In(Culture, await usable.AllAsync(db, ct)), "application/json; charset=utf-8");

    public IResult Options(string typeName, string inputName) => Answer.Json(new JsonObject { ["items"] = book.OptionsOf(typeName, inputName, Culture) });

    public IResult Expressions() => Answer.List(ExpressionTypes.Select(e => new JsonObject
    {
        ["type"] = e.Type,
        ["displayName"] = texts.Expressions.TryGetValue(e.Type, out var name) ? name.In(Culture) : e.Type,
        ["isSerializable"] = true,
        ["isBrowsable"] = e.IsBrowsable,
        ["properties"] = e.Monaco is null ? new JsonObject() : new JsonObject { ["MonacoLanguage"] = e.Monaco },
    }));

    public IResult ActivationStrategies() => Answer.List(
    [
        Strategy("Elsa.Workflows.ActivationValidators.AllowAlwaysStrategy, Elsa.Workflows.Core", "strategy.AllowAlways"),
    ]);

    public IResult IncidentStrategies() => Answer.List([Strategy("FaultStrategy", "incident.Fault")]);

    public IResult LogStrategies() => Answer.List(
    [
        Strategy("Elsa.Workflows.LogPersistence.Strategies.Include, Elsa.Workflows.Core", "log.Include"),
        Strategy("Elsa.Workflows.LogPersistence.Strategies.Exclude, Elsa.Workflows.Core", "log.Exclude"),
        Strategy("Elsa.Workflows.LogPersistence.Strategies.Inherit, Elsa.Workflows.Core", "log.Inherit"),
    ]);

    /// <summary>A burst is one transaction here, whatever a definition says; so there is nothing to choose.</summary>
    public static IResult CommitStrategies() => Answer.List([]);

    public IResult StorageDrivers() => Answer.List([new JsonObject
    {
        ["typeName"] = "WorkflowStorageDriver",
        ["displayName"] = texts.Words["storage.Workflow"].In(Culture),
        ["priority"] = 5,
        ["deprecated"] = false,
    }]);

    public IResult Variables(HttpContext context)
    {
        // The studio asks for this in bursts of twenty.
        context.Response.Headers.CacheControl = "private, max-age=60";
        return Answer.List(VariableTypes.Select(v => new JsonObject
        {
            ["typeName"] = v.Type,
            ["displayName"] = v.Type,
            ["category"] = texts.Words["types." + v.Category].In(Culture),
        }));
    }

    /// <summary>What the studio may switch on: only that it is told of changes instead of asking.</summary>
    public static IResult Features(DesignerOptions options) => Answer.List(!options.LiveProgress ? [] :
    [
        new JsonObject
        {
            ["name"] = "RealTimeWorkflowUpdates",
            ["namespace"] = "Elsa",
            ["fullName"] = "Elsa.RealTimeWorkflowUpdates",
            ["displayName"] = "Real-time workflow updates",
            ["description"] = "",
        },
    ]);

    /// <summary>What a script may call, for the editor's suggestions.</summary>
    public async Task<IResult> TypeDefinitionsAsync(string definitionId, CancellationToken ct)
    {
        var text = new StringBuilder(
            """
            declare function getVariable(name: string): any;
            declare function setVariable(name: string, value: any): void;
            declare function getInput(name: string): any;
            declare function getOutputFrom(activityIdOrName: string, outputName?: string): any;
            declare function getLastResult(): any;
            declare function getCorrelationId(): string;
            declare function getWorkflowInstanceId(): string;

            """);
        var definition = await store.GetLatestAsync(definitionId, ct);
        var variables = definition?.Variables ?? [];
        foreach (var variable in variables.Where(v => IsIdentifier(v.Name)))
        {
            var type = ScriptType(variable.TypeName) + (variable.IsArray ? "[]" : "");
            text.AppendLine(CultureInfo.InvariantCulture, $"declare function get{variable.Name}(): {type};");
            text.AppendLine(CultureInfo.InvariantCulture, $"declare function set{variable.Name}(value: {type}): void;");
        }

        text.AppendLine("declare const variables: {")
            .AppendJoin('\n', variables.Where(v => IsIdentifier(v.Name)).Select(v => $"  {v.Name}: {ScriptType(v.TypeName)}{(v.IsArray ? "[]" : "")};"))
            .AppendLine("\n};");
        return Results.Text(text.ToString(), "text/plain; charset=utf-8");
    }

    private JsonObject Strategy(string typeName, string word) => new() { ["typeName"] = typeName, ["displayName"] = texts.Words[word].In(Culture), ["description"] = "" };

    private static string ScriptType(string typeName) => typeName switch
    {
        "String" or "Guid" or "TimeSpan" => "string",
        "Boolean" => "boolean",
        "Int32" or "Long" or "Single" or "Double" or "Decimal" => "number",
        "DateTime" or "DateTimeOffset" => "Date",
        _ => "any",
    };

    private static bool IsIdentifier(string name) => name.Length > 0 && !char.IsDigit(name[0]) && name.All(c => char.IsLetterOrDigit(c) || c == '_');
}
