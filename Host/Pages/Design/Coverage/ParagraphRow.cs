using Pana.Cases;

namespace Pana.Portal.Pages.Design.Coverage;

/// <summary>One paragraph with those of its norms that are shown.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Text">Its whole text; null when its one norm says the same.</param>
/// <param name="Norms">Its norms.</param>
internal sealed record ParagraphRow(string Number, string? Text, IReadOnlyList<NormRow> Norms)
{
    /// <summary>The state that asks for most: open before people's hands before carried.</summary>
    public CoverageState Worst => Norms.Max(norm => norm.State);

    /// <summary>The norms by the words that open their list, in order.</summary>
    public IEnumerable<(string? Lead, IReadOnlyList<NormRow> Norms)> Lists(string culture)
    {
        List<NormRow> list = [];
        foreach (var norm in Norms)
        {
            if (list.Count > 0 && list[0].Coverage.Norm.Lead != norm.Coverage.Norm.Lead)
            {
                yield return (list[0].Coverage.Norm.Lead?.In(culture), list);
                list = [];
            }

            list.Add(norm);
        }

        yield return (list[0].Coverage.Norm.Lead?.In(culture), list);
    }
}
