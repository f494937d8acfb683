using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Pana.Cases;

/// <summary>
/// The pieces of HTML that papers are made of: lines to write on and places for signatures.
/// A place is a pair of comments; signing writes between them and touches nothing else of the document.
/// </summary>
internal static class PaperMarkup
{
    /// <summary>Escapes what HTML gives a meaning; letters of every script stay readable.</summary>
    public static HtmlEncoder Encoder { get; } = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>An empty line to write on: tiny, short, middle, long or line (the whole width).</summary>
    public static string Blank(string width) => $"<span class=\"blank {Encoder.Encode(width)}\"></span>";

    /// <summary>The place where a group signs, empty: a line and nothing else.</summary>
    public static string Place(string group) =>
        $"<span class=\"signatures\">{Open(group)}{EmptyOpen(group)}{Blank("long")}{EmptyClose(group)}{Close(group)}</span>";

    /// <summary>Does the document have a place for the group?</summary>
    public static bool HasPlace(string html, string group) => html.Contains(Close(group), StringComparison.Ordinal);

    /// <summary>The document with one more signature of the group; a place that was empty loses its empty line.</summary>
    public static string Sign(string html, string group, string signature)
    {
        var emptyFrom = html.IndexOf(EmptyOpen(group), StringComparison.Ordinal);
        if (emptyFrom >= 0)
        {
            var emptyTo = html.IndexOf(EmptyClose(group), emptyFrom, StringComparison.Ordinal) + EmptyClose(group).Length;
            html = html.Remove(emptyFrom, emptyTo - emptyFrom);
        }

        return html.Insert(html.IndexOf(Close(group), StringComparison.Ordinal), signature);
    }

    /// <summary>One signature: a line for the hand, the printed name, position and moment, and a dissent if there is one.</summary>
    public static string Signature(PaperLanguage language, string name, string position, DateTime moment, string? dissent)
    {
        var who = position.Length > 0 ? $"{Encoder.Encode(name)}, {Encoder.Encode(position)}" : Encoder.Encode(name);
        var day = moment.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);
        var time = moment.ToString("dd.MM.yyyy HH:mm", CultureInfo.InvariantCulture);
        var opinion = string.IsNullOrWhiteSpace(dissent)
            ? ""
            : $"<span class=\"dissent\"><b>{language.Dissent}:</b> {Encoder.Encode(dissent)}</span>";
        return $"<span class=\"signed\">{Blank("middle")} {who}, {day} <small>({language.SignedInSystem}: {time})</small></span>{opinion}";
    }

    private static string Open(string group) => $"<!--signatures {Encoder.Encode(group)}-->";

    private static string Close(string group) => $"<!--/signatures {Encoder.Encode(group)}-->";

    private static string EmptyOpen(string group) => $"<!--empty {Encoder.Encode(group)}-->";

    private static string EmptyClose(string group) => $"<!--/empty {Encoder.Encode(group)}-->";
}
