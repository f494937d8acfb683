using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Pana.Tests.Designer;
using Pana.Tests.Support;
using Xunit;

namespace Pana.Tests.Host;

/// <summary>The whole portal below a path of a larger site, behind a proxy that takes the path away and behind one that passes it on.</summary>
public sealed class PathPrefixTests(SqliteTestDatabase database) : IClassFixture<SqliteTestDatabase>
{
    private const string Prefix = "/pana";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Portal_sign_in_and_designer_work_below_a_path_and_no_address_leaves_it()
    {
        await using var portal = await TestPortal.StartAsync(database, settings: $"Pana:PathBase={Prefix}");
        foreach (var (user, start) in new[] { ("social", "/tasks"), ("designer", "/designer"), ("administrator", "/administration"), ("auditor", "/calendar") })
        {
            using var browser = portal.Open();

            var page = await browser.SignInAsync(user, TestPortal.Password);

            Assert.Equal((user, Prefix + start), (user, page.Url.AbsolutePath));
            await WalkAsync(browser, page);
            var left = await browser.SubmitAsync(await browser.GetAsync($"{Prefix}/account"), form: "form[action$='/account/logout']");
            Assert.Equal(Prefix + "/account/login", left.Url.AbsolutePath);
        }
    }

    [Fact]
    public async Task The_studios_files_api_and_live_connection_answer_below_the_path()
    {
        await using var portal = await TestPortal.StartAsync(database, settings: $"Pana:PathBase={Prefix}");
        using var browser = portal.Open();
        await browser.SignInAsync("designer", TestPortal.Password);
        var page = await browser.GetAsync($"{Prefix}/designer/workflows/definitions/admission/edit");
        browser.Client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");

        Assert.Equal($"{Prefix}/designer/", page.Document.QuerySelector("base")!.GetAttribute("href"));
        Assert.Equal($"{Prefix}/elsa/api", page.Document.Body!.GetAttribute("data-api"));
        foreach (var path in new[] { "/designer/_framework/blazor.webassembly.js", "/designer/_content/MudBlazor/MudBlazor.min.js", "/elsa/api/features/installed", "/elsa/api/workflow-definitions/by-definition-id/admission" })
        {
            var answer = await browser.Client.GetAsync(new Uri(portal.Address, Prefix + path), Ct);
            Assert.Equal((path, HttpStatusCode.OK), (path, answer.StatusCode));
        }

        var cookies = string.Join("; ", browser.CookiePairs());
        await using var hub = await HubClient.ConnectAsync(new Uri(portal.Address, Prefix).ToString(), Ct, ("Cookie", cookies), ("Sec-Fetch-Site", "same-origin"));
        await hub.ObserveAsync("nothing", Ct);
    }

    /// <summary>Every page that the menu and the pages behind it lead to.</summary>
    private static async Task WalkAsync(PortalBrowser browser, PortalPage first)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Queue<PortalPage>([first]);
        while (waiting.TryDequeue(out var page))
        {
            Assert.Equal((page.Url.PathAndQuery, HttpStatusCode.OK), (page.Url.PathAndQuery, page.Status));
            foreach (var (member, address) in Addresses(page.Document))
            {
                Assert.True(address.StartsWith(Prefix, StringComparison.Ordinal), $"{page.Url.AbsolutePath}: {member}=\"{address}\" leaves {Prefix}.");
            }

            var links = page.Document.QuerySelectorAll("a[href], link[href]").Select(link => link.GetAttribute("href")!).Where(IsPage).Select(link => link.Split('#')[0]);
            foreach (var link in links.Where(link => seen.Count < 40 && seen.Add(link)))
            {
                waiting.Enqueue(await browser.GetAsync(link));
            }
        }
    }

    private static IEnumerable<(string Member, string Address)> Addresses(IHtmlDocument document) =>
        from element in document.All
        from member in new[] { "href", "src", "action", "formaction", "data-draft-url", "data-api", "data-words" }
        let address = element.GetAttribute(member)
        where address is ['/', ..]
        select (member, address);

    private static bool IsPage(string address) =>
        address is ['/', ..] && !address.Contains("/exit", StringComparison.Ordinal) && !address.Contains("/language/", StringComparison.Ordinal) && !address.EndsWith("/pdf", StringComparison.Ordinal);
}
