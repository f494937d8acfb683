using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Pana.Engine;

namespace Pana.Designer;

/// <summary>The toolbox: every step the engine knows, in the user's language, and the definitions offered as steps in their own words. Made once for each language and edition of what may be chosen.</summary>
internal sealed class DescriptorBook(ActivityCatalog catalog, DescriptorTexts texts, Choices choices)
{
    private static readonly string[] Hidden = ["Elsa.Flowchart", "Elsa.Sequence", "Elsa.Workflow", NotFoundSteps.TypeName];
    private readonly ConcurrentDictionary<string, ((object, object, object) Edition, string Usable, string Text)> _byCulture = new();

    /// <summary>The answer to the studio's most frequent question, as text.</summary>
    public string In(string culture, IReadOnlyList<ActivityDescriptor> usable)
    {
        var (edition, offered) = (choices.Edition, string.Join(' ', usable.Select(u => $"{u.CustomProperties["WorkflowDefinitionVersionId"]}{(u.IsBrowsable ? "" : "-")}")));
        if (!_byCulture.TryGetValue(culture, out var made) || made.Edition != edition || made.Usable != offered)
        {
            _byCulture[culture] = made = (edition, offered, Make(culture, usable));
        }

        return made.Text;
    }

    /// <summary>The choices of one input.</summary>
    public JsonObject OptionsOf(string typeName, string inputName, string culture) =>
        catalog.Find(typeName) is { } step && step.Inputs.FirstOrDefault(i => string.Equals(i.Name, inputName, StringComparison.OrdinalIgnoreCase)) is { } input
            ? SpecificationsOf(step, input, culture)
            : [];

    public string NameOf(string typeName, string culture) => texts.Types.TryGetValue(typeName, out var entry) ? entry.Name.In(culture) : typeName;

    /// <summary>Our own steps by the name that the studio shows, so that the page can give them icons.</summary>
    public string OwnByName(string culture)
    {
        var names = new JsonObject();
        foreach (var step in catalog.Descriptors.Where(d => d.Namespace == "Pana"))
        {
            names[NameOf(step.TypeName, culture)] = step.TypeName;
        }

        return names.ToJsonString(Answer.Options);
    }

    private string Make(string culture, IReadOnlyList<ActivityDescriptor> usable)
    {
        var items = Answer.Array(catalog.Descriptors.Where(d => d.TypeName != NotFoundSteps.TypeName).Concat(usable).Select(d => Describe(d, culture)).Append(NotFound(culture)));
        return new JsonObject { ["items"] = items, ["count"] = items.Count }.ToJsonString(Answer.Options);
    }

    private JsonObject Describe(ActivityDescriptor step, string culture)
    {
        var entry = texts.Types.GetValueOrDefault(step.TypeName);
        return Answer.Object(
            ("typeName", step.TypeName),
            ("version", step.Version),
            ("namespace", step.Namespace),
            ("name", step.Name),
            ("category", texts.Categories.TryGetValue(step.Category, out var category) ? category.In(culture) : step.Category),
            ("displayName", entry?.Name.In(culture) ?? step.DisplayName),
            ("description", entry?.Description?.In(culture) ?? step.Description),
            ("kind", step.Kind.ToString()),
            ("inputs", Answer.Array(step.Inputs.Select((i, n) => Describe(step, i, n, culture)))),
            ("outputs", Answer.Array(step.Outputs.Select((o, n) => Describe(step, o, n, culture)))),
            ("ports", Answer.Array(step.Ports.Select(p => Describe(p, culture)))),
            ("customProperties", step.CustomProperties.DeepClone()),
            ("constructionProperties", step.ConstructionProperties.DeepClone()),
            ("isContainer", step.IsContainer),
            ("isBrowsable", step.IsBrowsable && !Hidden.Contains(step.TypeName)),
            ("isStart", step.IsStart),
            ("isTerminal", step.IsTerminal));
    }

    /// <summary>Whether names and words are those of a definition, which its designer chose.</summary>
    private static bool HasOwnWords(ActivityDescriptor step) => step.ClrType is null;

    private JsonObject Describe(ActivityDescriptor step, InputDescriptor input, int position, string culture)
    {
        var own = HasOwnWords(step);
        var entry = own ? null : texts.Inputs.GetValueOrDefault($"{step.Namespace}.*.{input.Name}");
        return Answer.Object(
            ("name", input.Name),
            ("typeName", input.TypeName),
            ("displayName", entry?.Name.In(culture) ?? (own ? null : Member(input.Name, culture)) ?? input.DisplayName),
            ("description", entry?.Description?.In(culture) ?? (own || (step.Namespace != "Pana" && culture == "en") ? input.Description : null)),
            ("order", input.Order == 0 ? position : input.Order),
            ("isBrowsable", input.IsBrowsable),
            ("isSynthetic", false),
            ("isWrapped", input.IsWrapped),
            ("isReadOnly", false),
            ("isSensitive", input.IsSensitive),
            ("autoEvaluate", input.AutoEvaluate),
            ("isSerializable", true),
            ("uiHint", input.UIHint),
            ("defaultValue", input.DefaultValue?.DeepClone()),
            ("defaultSyntax", input.DefaultSyntax),
            ("uiSpecifications", SpecificationsOf(step, input, culture)));
    }

    private JsonObject Describe(ActivityDescriptor step, OutputDescriptor output, int position, string culture) => Answer.Object(
        ("name", output.Name),
        ("typeName", output.TypeName),
        ("displayName", (HasOwnWords(step) ? null : Member(output.Name, culture)) ?? output.DisplayName),
        ("order", position),
        ("isBrowsable", output.IsBrowsable),
        ("isSerializable", output.IsSerializable),
        ("isSynthetic", false));

    private JsonObject Describe(PortDescriptor port, string culture) => Answer.Object(
        ("name", port.Name),
        ("displayName", texts.Ports.TryGetValue(port.Name, out var name) ? name.In(culture) : port.DisplayName),
        ("type", port.Type),
        ("isBrowsable", port.IsBrowsable));

    private JsonObject SpecificationsOf(ActivityDescriptor step, InputDescriptor input, string culture)
    {
        if (choices.For(step, input, culture) is { } offered)
        {
            return Choices.Specification(input.UIHint, offered);
        }

        var specifications = (JsonObject)input.UISpecifications.DeepClone();
        foreach (var item in (specifications["dropdown"]?["selectList"]?["items"] as JsonArray ?? []).OfType<JsonObject>())
        {
            item["text"] = choices.NameOf((string?)item["value"] ?? "", culture);
        }

        return specifications;
    }

    private string? Member(string name, string culture) => texts.Members.TryGetValue(name, out var text) ? text.In(culture) : null;

    /// <summary>An unknown step keeps its used ports through <c>Outcomes</c>, so that its connections stay drawn.</summary>
    private JsonObject NotFound(string culture) => new()
    {
        ["typeName"] = NotFoundSteps.TypeName,
        ["version"] = 1,
        ["namespace"] = "Elsa",
        ["name"] = "NotFoundActivity",
        ["category"] = texts.Categories["System"].In(culture),
        ["displayName"] = texts.Types[NotFoundSteps.TypeName].Name.In(culture),
        ["description"] = texts.Types[NotFoundSteps.TypeName].Description!.In(culture),
        ["kind"] = "Action",
        ["inputs"] = new JsonArray(new JsonObject
        {
            ["name"] = "Outcomes",
            ["typeName"] = "List<String>",
            ["displayName"] = texts.Members["Outcomes"].In(culture),
            ["order"] = 0,
            ["isBrowsable"] = true,
            ["isReadOnly"] = true,
            ["isWrapped"] = true,
            ["uiHint"] = "dynamic-outcomes",
            ["uiSpecifications"] = new JsonObject(),
        }),
        ["outputs"] = new JsonArray(),
        ["ports"] = new JsonArray(),
        ["customProperties"] = new JsonObject(),
        ["constructionProperties"] = new JsonObject(),
        ["isContainer"] = false,
        ["isBrowsable"] = false,
        ["isStart"] = false,
        ["isTerminal"] = false,
    };
}
