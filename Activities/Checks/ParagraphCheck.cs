using Pana.Cases;
using Pana.Engine;

namespace Pana.Activities;

/// <summary>Every step that acts on a case says which paragraphs of the Standard demand it; no step without the law behind it.</summary>
internal sealed class ParagraphCheck(ParagraphTexts paragraphs, ActivityCatalog catalog) : IDefinitionCheck
{
    public IEnumerable<DefinitionDefect> Check(WorkflowDefinition definition)
    {
        foreach (var step in definition.Activities.Where(Demands))
        {
            var named = step.Texts("Paragraphs");
            if (named.Count == 0)
            {
                yield return step.Defect("paragraphs", StepDefects.NoParagraph);
            }

            foreach (var paragraph in named.Where(one => paragraphs.Find(one) is null))
            {
                yield return step.Defect("paragraphs", StepDefects.NoSuchParagraph, paragraph);
            }
        }
    }

    private bool Demands(DefinitionActivity step) =>
        step.Type.StartsWith(Defects.Prefix, StringComparison.Ordinal)
        && catalog.Find(step.Type)?.Inputs.Any(input => input.Name == "Paragraphs") == true
        && !step.IsComputed("Paragraphs");
}
