using Pana.Cases;
using Pana.Engine;

namespace Pana.Activities;

/// <summary>A form must not lose what the published workflows use of it: their outcomes are its buttons, their facts its answers.</summary>
internal sealed class FormUseCheck(FormCatalog forms, ObligationCatalog obligations, DefinitionStore definitions) : IContentCheck
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
            defects.AddRange(Defects(definition, changed).Except(Defects(definition, forms))
                .Select(defect => new ContentDefect($"{definition.Name} / {defect.ActivityId}", null, $"{defect.Message} {defect.Remedy}")));
        }

        return defects;
    }

    private List<DefinitionDefect> Defects(WorkflowDefinition definition, FormCatalog catalog) =>
        [.. new UserTaskCheck(catalog, obligations).Check(definition), .. new ProtectedFieldCheck(catalog).Check(definition)];
}
