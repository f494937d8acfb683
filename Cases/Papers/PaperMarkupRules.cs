using System.Text.RegularExpressions;

namespace Pana.Cases;

/// <summary>
/// What HTML a template may hold: a list of what is allowed, so that a paper neither runs nor loads anything. What fields
/// print is escaped and needs no rule.
/// </summary>
internal static partial class PaperMarkupRules
{
    // Stands for a piece of Liquid; no tag or attribute name can contain it.
    private const string Hole = "§";

    private static readonly HashSet<string> Tags = new(StringComparer.OrdinalIgnoreCase)
    {
        "h1", "h2", "h3", "h4", "p", "div", "span", "section", "header", "footer", "b", "strong", "i", "em", "u", "s", "small", "sup", "sub", "br", "hr",
        "table", "caption", "colgroup", "col", "thead", "tbody", "tfoot", "tr", "td", "th", "ul", "ol", "li", "dl", "dt", "dd",
    };

    private static readonly HashSet<string> Attributes = new(StringComparer.OrdinalIgnoreCase) { "class", "colspan", "rowspan", "lang", "scope" };

    /// <summary>Every tag and attribute that is not allowed, with its line.</summary>
    public static IEnumerable<ContentDefect> Check(string template)
    {
        // Liquid keeps its line breaks, so that lines stay lines.
        var html = Liquid().Replace(template, piece => Hole + new string('\n', piece.Value.Count(letter => letter == '\n')));
        if (Raw().Match(template) is { Success: true } raw)
        {
            yield return new ContentDefect("", LineOf(template, raw.Index), ContentMessages.RawFilter);
        }

        foreach (Match opening in Opening().Matches(html))
        {
            var line = LineOf(html, opening.Index);
            var tag = Tag().Match(html, opening.Index);
            if (!tag.Success || tag.Index != opening.Index)
            {
                yield return new ContentDefect("", line, ContentMessages.NoTagHere);
                continue;
            }

            if (!Tags.Contains(tag.Groups["name"].Value))
            {
                yield return new ContentDefect("", line, ContentMessages.TagNotAllowed.Fill(tag.Groups["name"].Value, string.Join(", ", Tags)));
                continue;
            }

            var rest = tag.Groups["rest"].Value;
            foreach (var name in Attribute().Matches(rest).Select(found => found.Groups["name"].Value).Where(name => !Attributes.Contains(name)))
            {
                yield return new ContentDefect("", line, ContentMessages.AttributeNotAllowed.Fill(name, string.Join(", ", Attributes)));
            }

            if (Attribute().Replace(rest, "").Trim(' ', '\n', '\r', '\t', '/').Length > 0)
            {
                yield return new ContentDefect("", line, ContentMessages.TagUnreadable.Fill(tag.Groups["name"].Value + rest));
            }
        }
    }

    private static int LineOf(string text, int index) => text.AsSpan(0, index).Count('\n') + 1;

    [GeneratedRegex(@"\{\{.*?\}\}|\{%.*?%\}", RegexOptions.Singleline, 1000)]
    private static partial Regex Liquid();

    [GeneratedRegex(@"\{\{[^}]*\|\s*raw\b", RegexOptions.Singleline, 1000)]
    private static partial Regex Raw();

    [GeneratedRegex("<", RegexOptions.None, 1000)]
    private static partial Regex Opening();

    [GeneratedRegex("""</?(?<name>[A-Za-z][^\s/><]*)(?<rest>(?:[^"<>]|"[^"<>]*")*)>""", RegexOptions.None, 1000)]
    private static partial Regex Tag();

    [GeneratedRegex("""\s(?<name>[A-Za-z][\w:.-]*)\s*=\s*"[^"]*["]""", RegexOptions.None, 1000)]
    private static partial Regex Attribute();
}
