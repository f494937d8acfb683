using System.Text.Json.Nodes;

namespace Pana.Cases;

/// <summary>One form: form-js schema JSON, read whole and checked. Immutable.</summary>
public sealed record FormDefinition
{
    /// <summary>The one outcome of a form without submit buttons.</summary>
    public const string DefaultOutcome = "Done";

    /// <summary>The form's id, the name of its file.</summary>
    public required string Id { get; init; }

    /// <summary>The first 12 hexadecimal digits of the SHA-256 of the file.</summary>
    public required string Version { get; init; }

    /// <summary>The title in three languages.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>The top components in order.</summary>
    public required IReadOnlyList<FormComponent> Components { get; init; }

    /// <summary>The schema as it was read.</summary>
    public required JsonObject Source { get; init; }

    /// <summary>The submit buttons, in order; empty when the form has only the default outcome.</summary>
    public IReadOnlyList<FormComponent> Buttons => [.. All().Where(component => component.Type == FormComponentType.Button)];

    /// <summary>The outcomes the form can end with.</summary>
    public IReadOnlyList<string> Outcomes
    {
        get
        {
            string[] outcomes = [.. Buttons.Select(button => button.Outcome ?? DefaultOutcome).Distinct()];
            return outcomes.Length == 0 ? [DefaultOutcome] : outcomes;
        }
    }

    /// <summary>Every component, groups opened; a dynamic list's own components stay inside it.</summary>
    public IEnumerable<FormComponent> All() => Flatten(Components);

    /// <summary>The component that holds this answer, or null.</summary>
    public FormComponent? Find(string key) => All().FirstOrDefault(component => component.Key == key && component.HasAnswer);

    /// <summary>The question that takes its choices or rows from this source, or null.</summary>
    public FormComponent? TakenFrom(string source) => All().FirstOrDefault(component => component.TakenFrom == source);

    /// <summary>The answers that may enter workflow variables: components marked <c>fact</c>, nothing else.</summary>
    public IReadOnlyDictionary<string, object?> FactsOf(FormAnswers answers) =>
        All().Where(component => component.IsFact && answers.Has(component.Key))
            .ToDictionary(component => component.Key, component => answers.Plain(component.Key), StringComparer.Ordinal);

    /// <summary>
    /// Vault key → text of the answers that are also values of the case's vault (<see cref="FormComponent.VaultKey"/>).
    /// A question that was asked and left empty gives an empty text, which removes the old value; a hidden one gives nothing.
    /// </summary>
    public IReadOnlyDictionary<string, string> VaultValuesOf(FormAnswers answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        return All().Where(component => component.VaultKey is not null && answers.Keys.Contains(component.Key))
            .ToDictionary(component => component.VaultKey!, component => answers.VaultText(component.Key), StringComparer.Ordinal);
    }

    /// <summary>Answers taken from vault values, to fill a form in beforehand: only <see cref="FormKeys.PrefilledPrefixes"/>, and never a fact.</summary>
    public FormAnswers Prefill(IReadOnlyDictionary<string, string> vaultValues)
    {
        ArgumentNullException.ThrowIfNull(vaultValues);
        var answers = new FormAnswers();
        foreach (var component in All().Where(component => IsPrefilled(component) && vaultValues.ContainsKey(component.VaultKey!)))
        {
            answers[component.Key] = FromVault(component, vaultValues[component.VaultKey!]);
        }

        return answers;
    }

    /// <summary>Does the form show anything beforehand?</summary>
    public bool HasPrefilled => All().Any(IsPrefilled);

    /// <summary>The same form with fewer answers to choose from at one question.</summary>
    public FormDefinition Offering(string key, Func<FormOption, bool> keep)
    {
        ArgumentNullException.ThrowIfNull(keep);
        return Changing(key, component => component with { Options = [.. component.Options.Where(keep)] });
    }

    /// <summary>The same form with these answers to choose from at one question; without any, without the question.</summary>
    public FormDefinition Choosing(string key, IReadOnlyList<FormOption> options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return Changing(key, component => options.Count == 0 ? null : component with { Options = options });
    }

    private FormDefinition Changing(string key, Func<FormComponent, FormComponent?> change) => this with { Components = Changed(Components, key, change) };

    private static IReadOnlyList<FormComponent> Changed(IEnumerable<FormComponent> components, string key, Func<FormComponent, FormComponent?> change) =>
    [
        .. components.Select(component => component.Type == FormComponentType.Group ? component with { Components = Changed(component.Components, key, change) }
            : component.Key == key ? change(component)
            : component).OfType<FormComponent>(),
    ];

    private static bool IsPrefilled(FormComponent component) =>
        component is { VaultKey: { } key, IsFact: false } && FormKeys.PrefilledPrefixes.Any(prefix => key.StartsWith(prefix, StringComparison.Ordinal));

    private static JsonNode? FromVault(FormComponent component, string text) => component.Type switch
    {
        FormComponentType.Checkbox => JsonValue.Create(text == "true"),
        FormComponentType.Checklist or FormComponentType.DynamicList => text.StartsWith('[') ? JsonNode.Parse(text) : new JsonArray(),
        _ => JsonValue.Create(text),
    };

    private static IEnumerable<FormComponent> Flatten(IEnumerable<FormComponent> components)
    {
        foreach (var component in components)
        {
            yield return component;
            if (component.Type == FormComponentType.Group)
            {
                foreach (var inner in Flatten(component.Components))
                {
                    yield return inner;
                }
            }
        }
    }
}
