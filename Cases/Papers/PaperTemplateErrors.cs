using System.Globalization;
using System.Text.RegularExpressions;

namespace Pana.Cases;

/// <summary>Finds the lines that an error of the template engine is about.</summary>
internal static partial class PaperTemplateErrors
{
    public static IReadOnlyList<ContentDefect> Of(LocalizedText message, string template, PaperKind kind)
    {
        if (Position().Match(message.En) is { Success: true } at)
        {
            return [new ContentDefect("", int.Parse(at.Groups[1].ValueSpan, CultureInfo.InvariantCulture), message)];
        }

        var undeclared = Undeclared(template, kind);
        return undeclared.Count > 0
            ? [.. undeclared.Select(name => new ContentDefect("", name.Line, ContentMessages.NoSuchField.Fill(name.Name)))]
            : [new ContentDefect("", null, message)];
    }

    /// <summary>Names with a dot that the template prints and the document does not declare, each with the line of its first use.</summary>
    public static IReadOnlyList<(string Name, int Line)> Undeclared(string template, PaperKind kind)
    {
        var declared = kind.Fields.Select(field => field.TrimEnd('[', ']')).ToHashSet(StringComparer.Ordinal);
        var locals = Local().Matches(template).Select(local => local.Groups[1].Value).Append("forloop").ToHashSet(StringComparer.Ordinal);
        return [.. Liquid().Matches(template)
            .SelectMany(piece => DottedName().Matches(Text().Replace(piece.Value, text => new string(' ', text.Length))).Select(name => (Name: name.Value, At: piece.Index + name.Index)))
            .Where(name => !declared.Contains(name.Name) && !locals.Contains(name.Name.Split('.')[0]))
            .DistinctBy(name => name.Name)
            .Select(name => (name.Name, template.AsSpan(0, name.At).Count('\n') + 1))];
    }

    [GeneratedRegex(@"\((\d+):\d+\)", RegexOptions.None, 1000)]
    private static partial Regex Position();

    [GeneratedRegex(@"\{\{.*?\}\}|\{%.*?%\}", RegexOptions.Singleline, 1000)]
    private static partial Regex Liquid();

    [GeneratedRegex("""'[^']*'|"[^"]*["]""", RegexOptions.None, 1000)]
    private static partial Regex Text();

    [GeneratedRegex(@"\b[a-z]\w*\.[a-z]\w*\b", RegexOptions.None, 1000)]
    private static partial Regex DottedName();

    [GeneratedRegex(@"\b(?:for|assign|capture)\s+(\w+)", RegexOptions.None, 1000)]
    private static partial Regex Local();
}
