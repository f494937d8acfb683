using System.Globalization;
using Pana.Cases;

namespace Pana.Portal.Pages.Papers;

/// <summary>What a kind of paper is called.</summary>
internal static class PaperTitles
{
    public static string Of(PaperTemplates templates, string kind) =>
        templates.Kinds.TryGetValue(kind, out var known) ? known.Title.In(CultureInfo.CurrentUICulture.Name) : kind;
}
