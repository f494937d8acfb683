using System.Text.RegularExpressions;
using Pana.Cases;

namespace Pana.Portal.Forms;

/// <summary>One component as it is drawn: its names, words, typed text and messages.</summary>
public sealed partial record FieldView(FormView View, FormSheet Sheet, FormComponent Component, FormComponent? List = null, int? Row = null)
{
    /// <summary>The row number inside the template that the script copies for a new row.</summary>
    public const int TemplateRow = 9999;

    /// <summary>The name of the field in the post.</summary>
    public string Name => List is null || Row is null ? Component.Key : FormRows.Field(List, Row.Value, Component);

    /// <summary>The id of the first control, where the error summary leads.</summary>
    public string Id => "f-" + NotAnId().Replace(Component.HasAnswer ? Name : $"{Component.Id}-{Row}", "-");

    /// <summary>The id of the words that name a group of controls.</summary>
    public string LabelId => Id + "-label";

    public string Label => Component.Label.In(View.Culture);

    /// <summary>Names the row in the error summary: the list and its number.</summary>
    public string? RowTitle => List is null || Row is null ? null : $"{List.Label.In(View.Culture)} {Row + 1}";

    public string? Help => Component.Description?.In(View.Culture);

    public string Typed => View.Typed.One(Name);

    public string? Error => View.Errors.GetValueOrDefault(Name);

    public string? Warning => View.Warnings.GetValueOrDefault(Name);

    public bool Required => Component.Rules.Required;

    /// <summary>Hidden by a condition of its own; what stands inside a hidden group is hidden with it, and shown with it.</summary>
    public bool Hidden => Component.Hide is not null && (Row == TemplateRow || Sheet.IsHidden(Component, Row));

    /// <summary>The printed number of the question on the official form, if it has one.</summary>
    public string? Number => Component.Property("number");

    /// <summary>The condition for the script: nested arrays as JSON.</summary>
    public string? HideJson => Component.Hide?.ToJson()?.ToJsonString();

    /// <summary>What the condition's names are looked up under first, inside a row.</summary>
    public string? Scope => List is null || Row is null ? null : FormRows.Marker(List, Row.Value)[..^"_row".Length];

    /// <summary>How the script reads the value.</summary>
    public string Kind => Component.Type == FormComponentType.DateTime ? Component.Subtype : Component.Type.ToString().ToLowerInvariant();

    /// <summary>Does another component appear or vanish by this answer?</summary>
    public bool Controls =>
        Component.HasAnswer && View.Form.All().Concat(View.Form.All().SelectMany(component => component.Components))
            .Any(other => other.Hide?.Names.Contains(Component.Key) == true);

    /// <summary>Ids of help, error and warning for aria-describedby; null when there is none.</summary>
    public string? DescribedBy
    {
        get
        {
            string?[] ids = [Help is null ? null : Id + "-help", Error is null ? null : Id + "-error", Warning is null ? null : Id + "-warning"];
            var present = string.Join(' ', ids.OfType<string>());
            return present.Length == 0 ? null : present;
        }
    }

    /// <summary>The case holds an answer that this reader may not see; it cannot be overwritten either.</summary>
    public bool Withheld => List is null && Component.HasAnswer && View.Withheld.Contains(Component.Key);

    public string? Invalid => Error is null ? null : "true";

    public string? AriaRequired => Required ? "true" : null;

    public string Say(LocalizedText words) => words.In(View.Culture);

    /// <summary>The same view of a component inside this one.</summary>
    public FieldView Of(FormComponent inner) => this with { Component = inner };

    /// <summary>A component of this list's row.</summary>
    public FieldView Of(FormComponent inner, int row) => new(View, Sheet, inner, Component, row);

    /// <summary>The partial that draws the component.</summary>
    public string Partial => "/Forms/" + Component.Type switch
    {
        FormComponentType.TextArea => "_TextArea",
        FormComponentType.DateTime => "_DateTime",
        FormComponentType.Checkbox => "_Checkbox",
        FormComponentType.Radio => Component.IsSegmented ? "_Segmented" : "_Choices",
        FormComponentType.Checklist => "_Choices",
        FormComponentType.Select => "_Select",
        FormComponentType.DynamicList => "_DynamicList",
        FormComponentType.Group => "_Group",
        FormComponentType.Text => "_Text",
        FormComponentType.Separator => "_Separator",
        FormComponentType.Button => "_Button",
        _ => "_TextField",
    } + ".cshtml";

    /// <summary>The answer as people read it, for read-only forms.</summary>
    public string Answer => Component.Type switch
    {
        FormComponentType.Checkbox => Say(Typed == "true" ? FormWords.Yes : FormWords.No),
        FormComponentType.Radio or FormComponentType.Select or FormComponentType.Checklist =>
            string.Join("; ", Component.Options.Where(option => View.Typed.All(Name).Contains(option.Value)).Select(option => option.Label.In(View.Culture))),
        FormComponentType.DateTime => $"{Typed} {View.Typed.One(Name + FormRows.TimeSuffix)}".Trim(),
        _ => Typed,
    };

    [GeneratedRegex("[^A-Za-z0-9]")]
    private static partial Regex NotAnId();
}
