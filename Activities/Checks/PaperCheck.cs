using Pana.Cases;
using Pana.Engine;

namespace Pana.Activities;

/// <summary>Steps that make, sign, send or show papers must name kinds, languages and signers that exist.</summary>
internal sealed class PaperCheck(PaperTemplates templates) : IDefinitionCheck
{
    public IEnumerable<DefinitionDefect> Check(WorkflowDefinition definition) =>
        definition.Activities.Where(step => step.Type.StartsWith(Defects.Prefix, StringComparison.Ordinal)).SelectMany(CheckStep);

    private IEnumerable<DefinitionDefect> CheckStep(DefinitionActivity step)
    {
        foreach (var (member, kind) in KindsOf(step))
        {
            if (!templates.Kinds.TryGetValue(kind, out var paper))
            {
                yield return step.Unknown(member, StepDefects.NoSuchPaper, kind, templates.Kinds.Keys);
                continue;
            }

            if (step.Text("Language") is { Length: > 0 } language && !paper.Languages.Contains(language))
            {
                yield return step.Defect("language", StepDefects.NoSuchLanguage, kind, language, Defects.Known(paper.Languages));
            }

            if (step.Type == "Pana.SignPaper" && step.Text("Group") is var group && paper.Signers.All(signer => signer.Group != group))
            {
                yield return step.Defect("group", StepDefects.NoSuchSigner, group ?? "", kind, Defects.Known(paper.Signers.Select(signer => signer.Group)));
            }
        }

        if (step.Type is "Pana.MakePaper" or "Pana.SignPaper" && !step.IsComputed("Kind") && string.IsNullOrEmpty(step.Text("Kind")))
        {
            yield return step.Defect("kind", StepDefects.NoPaper, Defects.Known(templates.Kinds.Keys));
        }
    }

    private static IEnumerable<(string Member, string Kind)> KindsOf(DefinitionActivity step)
    {
        if (step.Text("Kind") is { Length: > 0 } kind)
        {
            yield return ("kind", kind);
        }

        foreach (var member in new[] { "Kinds", "Papers" })
        {
            foreach (var one in step.Texts(member))
            {
                yield return (member.ToLowerInvariant(), one);
            }
        }
    }
}
