using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Pana.Tests.Support;

/// <summary>
/// A browser without JavaScript: keeps cookies, follows redirects, fills and posts the forms of the page with their
/// antiforgery tokens.
/// </summary>
public sealed class PortalBrowser : IDisposable
{
    private readonly HttpClient _client;
    private readonly CookieContainer _cookies = new();

    public PortalBrowser(Uri address)
    {
        _client = new HttpClient(new HttpClientHandler { CookieContainer = _cookies, UseCookies = true, MaxAutomaticRedirections = 20 }) { BaseAddress = address };
        Address = address;
    }

    public Uri Address { get; }

    /// <summary>The client itself, for requests that are not page loads.</summary>
    public HttpClient Client => _client;

    /// <summary>A client with this browser's cookies that does not follow redirects.</summary>
    public HttpClient WithoutRedirects() => new(new HttpClientHandler { CookieContainer = _cookies, AllowAutoRedirect = false }) { BaseAddress = Address };

    /// <summary>Names of the cookies held.</summary>
    public IEnumerable<string> Cookies => _cookies.GetCookies(Address).Select(c => c.Name);

    /// <summary>The cookies held, as a request carries them.</summary>
    public IEnumerable<string> CookiePairs() => _cookies.GetCookies(Address).Select(c => $"{c.Name}={c.Value}");

    /// <summary>Loads a page.</summary>
    public async Task<PortalPage> GetAsync(string path) => await ReadAsync(await _client.GetAsync(new Uri(Address, path)));

    /// <summary>Posts fields to an address, adding the antiforgery token of the page given.</summary>
    public async Task<PortalPage> PostAsync(string path, PortalPage from, params (string Name, string? Value)[] fields)
    {
        ArgumentNullException.ThrowIfNull(from);
        var token = from.Document.QuerySelector<IHtmlInputElement>("input[name=__RequestVerificationToken]")?.Value;
        var all = fields.Where(f => f.Value is not null).Select(f => new KeyValuePair<string, string>(f.Name, f.Value!)).ToList();
        if (token is not null)
        {
            all.Add(new("__RequestVerificationToken", token));
        }

        using var content = new FormUrlEncodedContent(all);
        return await ReadAsync(await _client.PostAsync(new Uri(Address, path), content));
    }

    /// <summary>
    /// Fills the page's main form (or the one the selector finds) and presses its button (or the one whose value or text is given).
    /// A field given with null is left out; fields not given keep what the page holds.
    /// </summary>
    public async Task<PortalPage> SubmitAsync(PortalPage page, string? button = null, string form = "main form", params (string Name, string? Value)[] fields)
    {
        ArgumentNullException.ThrowIfNull(page);
        var element = page.Document.QuerySelector<IHtmlFormElement>(form)
            ?? throw new InvalidOperationException($"Expected a form '{form}' on {page.Url.PathAndQuery} ({(int)page.Status}), found none. The page says: {page.Text}");
        var values = Held(element).Where(held => fields.All(f => f.Name != held.Key))
            .Concat(fields.Where(f => f.Value is not null).Select(f => KeyValuePair.Create(f.Name, f.Value!))).ToList();
        var pressed = Buttons(element).FirstOrDefault(b => button is null || b.GetAttribute("value") == button || b.TextContent.Trim() == button)
            ?? (button is null ? null : throw new InvalidOperationException(
                $"Expected a button '{button}' in '{form}' on {page.Url.PathAndQuery}; it has: {string.Join(", ", Buttons(element).Select(b => b.TextContent.Trim()))}."));
        if (pressed?.GetAttribute("name") is { Length: > 0 } name)
        {
            values.Add(new(name, pressed.GetAttribute("value") ?? ""));
        }

        var action = pressed?.GetAttribute("formaction") ?? element.GetAttribute("action");
        var target = string.IsNullOrEmpty(action) ? page.Url : new Uri(page.Url, action);
        if (string.Equals(element.GetAttribute("method"), "post", StringComparison.OrdinalIgnoreCase))
        {
            using var content = new FormUrlEncodedContent(values);
            return await ReadAsync(await _client.PostAsync(target, content));
        }

        using var query = new FormUrlEncodedContent(values);
        return await ReadAsync(await _client.GetAsync(new UriBuilder(target) { Query = await query.ReadAsStringAsync() }.Uri));
    }

    /// <summary>Signs in through the portal, the issuer and back.</summary>
    public async Task<PortalPage> SignInAsync(string userName, string password)
    {
        var page = await SubmitAsync(await GetAsync("/"), fields: [("UserName", userName), ("Password", password)]);
        return page.Url.AbsolutePath.StartsWith("/account/login", StringComparison.Ordinal)
            ? throw new InvalidOperationException($"'{userName}' was not let in. The page says: {page.Text}")
            : page;
    }

    public void Dispose() => _client.Dispose();

    private static IEnumerable<IElement> Buttons(IHtmlFormElement form) =>
        form.Elements.Where(e => e is IHtmlButtonElement { Type: "submit" } or IHtmlInputElement { Type: "submit" });

    private static IEnumerable<KeyValuePair<string, string>> Held(IHtmlFormElement form)
    {
        foreach (var element in form.Elements)
        {
            switch (element)
            {
                case IHtmlInputElement { IsDisabled: false, Name.Length: > 0 } input when input.Type is not ("submit" or "button" or "file") && (input.Type is not ("checkbox" or "radio") || input.IsChecked):
                    yield return new(input.Name, input.Value);
                    break;
                case IHtmlTextAreaElement { IsDisabled: false, Name.Length: > 0 } area:
                    yield return new(area.Name, area.Value);
                    break;
                case IHtmlSelectElement { IsDisabled: false, Name.Length: > 0 } select:
                    foreach (var option in select.Options.Where(o => o.IsSelected))
                    {
                        yield return new(select.Name, option.Value);
                    }

                    break;
            }
        }
    }

    private static async Task<PortalPage> ReadAsync(HttpResponseMessage response)
    {
        using (response)
        {
            var body = await response.Content.ReadAsStringAsync();
            return new PortalPage(response.StatusCode, response.RequestMessage!.RequestUri!, response.Headers, await new HtmlParser().ParseDocumentAsync(body), body);
        }
    }
}
