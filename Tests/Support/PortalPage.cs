using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;

namespace Pana.Tests.Support;

/// <summary>A page as it came, after redirects.</summary>
public sealed partial record PortalPage(HttpStatusCode Status, Uri Url, HttpResponseHeaders Headers, IHtmlDocument Document, string Html)
{
    /// <summary>The text of the main part, spaces squeezed.</summary>
    public string Text => Spaces().Replace((Document.QuerySelector("main") ?? Document.Body)?.TextContent ?? "", " ").Trim();

    public string? Header(string name) => Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : null;

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
