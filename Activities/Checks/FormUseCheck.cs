using Pana.Cases;
using Pana.Engine;

namespace Pana.Activities;

/// <summary>A form must not lose what the published workflows use of it: their outcomes are its buttons, their facts its answers.</summary>
internal sealed class FormUseCheck(FormCatalog forms, ObligationCatalog obligations, ActivityCatalog activities, DefinitionStore definitions, IDefectWords words) : IContentCheck
{
    public async Task<IReadOnlyList<ContentDefect>> CheckAsync(ContentVersion content, CancellationToken ct)
    {
        if (content.Kind != ContentKind.Form)
        {
            return [];
        }

        var changed = forms.With(FormLoader.Load(content.Body, content.Key));
        List<ContentDefect> defects = [];
        foreach (var definition in (await definitions.ListAsync(ct)).Where(definition => definition.IsPublished))
        {
            // What is wrong already is not this form's doing.
            defects.AddRange(Told(definition, changed).Except(Told(definition, forms)));
        }

        return defects;
    }

    /// <summary>In words, which can be compared.</summary>
    private IEnumerable<ContentDefect> Told(WorkflowDefinition definition, FormCatalog catalog) =>
        new UserTaskCheck(catalog, obligations).Check(definition)
            .Concat(new OutcomeCheck(catalog, activities).Check(definition))
            .Concat(new ProtectedFieldCheck(catalog).Check(definition))
            .Select(defect => new ContentDefect($"{definition.Name} / {defect.ActivityId}", null, words.Say(defect)));
}
