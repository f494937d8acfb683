using System.Text.Json.Nodes;

namespace Pana.Cases;

/// <summary>One component of a form, read from the form-js schema with Pana's properties resolved.</summary>
public sealed record FormComponent
{
    /// <summary>The form-js type.</summary>
    public required FormComponentType Type { get; init; }

    /// <summary>The id of the schema, unique in the form.</summary>
    public required string Id { get; init; }

    /// <summary>Where the answer is kept; a dynamic list's path. Empty for components without an answer.</summary>
    public string Key { get; init; } = "";

    /// <summary>The question; for <see cref="FormComponentType.Text"/> the text itself.</summary>
    public required LocalizedText Label { get; init; }

    /// <summary>A line of help under the question.</summary>
    public LocalizedText? Description { get; init; }

    /// <summary>The answers to choose from.</summary>
    public IReadOnlyList<FormOption> Options { get; init; } = [];

    /// <summary>What the answer must satisfy while the component is visible.</summary>
    public FormRules Rules { get; init; } = FormRules.None;

    /// <summary>The component is hidden, neither validated nor stored, while this holds.</summary>
    public FeelCondition? Hide { get; init; }

    /// <summary>The components of a group or of a dynamic list's row.</summary>
    public IReadOnlyList<FormComponent> Components { get; init; } = [];

    /// <summary><c>properties.kind</c>: <c>iin</c>, <c>phone</c>, <c>name</c> or empty.</summary>
    public string Kind { get; init; } = "";

    /// <summary><c>date</c>, <c>time</c> or <c>datetime</c> of a datetime component.</summary>
    public string Subtype { get; init; } = "date";

    /// <summary>Decimal digits of a number; 0 means a whole number.</summary>
    public int DecimalDigits { get; init; }

    /// <summary>Rows a dynamic list shows at first.</summary>
    public int DefaultRepetitions { get; init; }

    /// <summary>Rows a dynamic list may have at most, from <c>properties.maxRows</c>.</summary>
    public int MaxRows { get; init; } = 20;

    /// <summary>May the answer enter workflow variables? Only choices, dates, numbers and ticks may.</summary>
    public bool IsFact { get; init; }

    /// <summary>The vault value that the answer also is: <c>properties.vault</c>, or the key when it starts with a vault prefix.</summary>
    public string? VaultKey { get; init; }

    /// <summary>Drawn as big segmented answers instead of a column of radios.</summary>
    public bool IsSegmented { get; init; }

    /// <summary>The outcome a submit button completes the task with.</summary>
    public string? Outcome { get; init; }

    /// <summary>The schema as it was read, unknown members included.</summary>
    public required JsonObject Source { get; init; }

    /// <summary>Where the choices or the rows come from, when the case gives them and not the form: one of <see cref="FormSources"/>, or null.</summary>
    public string? TakenFrom => Property("source");

    /// <summary>A text of <c>properties</c> beyond the known ones, such as <c>notAfter</c>; null when absent.</summary>
    public string? Property(string name) => (Source["properties"] as JsonObject)?[name]?.ToString();

    /// <summary>Has the component an answer of its own?</summary>
    public bool HasAnswer => Type is not (FormComponentType.Group or FormComponentType.Text or FormComponentType.Separator or FormComponentType.Button);
}
