using System.Text.Json;
using Microsoft.Playwright;
using Pana.Tests.Host.Pages;
using Pana.Tests.Support;
using Xunit;

namespace Pana.Tests.Browser;

/// <summary>What a page costs on a slow line: every page that some role reaches from its start page, once with an empty cache and once more.</summary>
[Collection(nameof(ChromiumCollection))]
public sealed class PageWeightTests(Chromium chromium, SqliteTestDatabase database) : IClassFixture<SqliteTestDatabase>
{
    private const double FirstKilobytes = 160;
    private const double AgainKilobytes = 25;
    private const int MostRequests = 8;

    private static readonly string[] Users =
        ["head", "social", "psychologist", "lawyer", "nurse", "clerk", "authority", "police", "designer", "auditor", "administrator"];

    [Fact]
    public async Task No_page_of_any_role_is_heavy()
    {
        await using var portal = await TestPortal.StartAsync(database);
        using (var social = await portal.SignInAsync("social"))
        {
            await Applicant.ApplyAsync(social);
        }

        HashSet<string> weighed = new(StringComparer.Ordinal);
        var (heavy, looked) = (new List<string>(), new SortedDictionary<string, string>(StringComparer.Ordinal));
        foreach (var user in Users)
        {
            await using var desk = await ChromiumDesk.SignInAsync(chromium.Browser, portal, user);
            // One role weighs a page for all, but a task's form is each role's own.
            foreach (var path in (await ReachedAsync(desk.Page, portal)).Where(path => weighed.Add(path.StartsWith("/tasks/", StringComparison.Ordinal) ? path : Kind(path))))
            {
                var (first, again) = await VisitTwiceAsync(chromium.Browser, desk.Page, new Uri(portal.Address, path).ToString());
                looked[$"{user} {path}"] = $"{first} / {again}";
                if (first.Kilobytes > FirstKilobytes || again.Kilobytes > AgainKilobytes || first.Requests > MostRequests || again.Requests > MostRequests)
                {
                    heavy.Add($"{user} {path}: first {first}, again {again}");
                }
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine(string.Join('\n', looked.Select(line => $"{line.Key}: {line.Value}")));
        Assert.True(looked.Count > 15, $"Expected several pages for each role, reached {looked.Count}.");
        Assert.True(heavy.Count == 0, $"Expected at most {FirstKilobytes} KB the first time, {AgainKilobytes} KB again and {MostRequests} requests:\n{string.Join('\n', heavy)}");
    }

    // The sections of the menu and the pages one step further; Elsa Studio itself is an application and has its own budget.
    private static async Task<IReadOnlyList<string>> ReachedAsync(IPage page, TestPortal portal)
    {
        HashSet<string> known = new(StringComparer.Ordinal) { "/account/login" };
        await page.GotoAsync(new Uri(portal.Address, "/account").ToString());
        var sections = await LinksAsync(page, "nav.nav a, header a.name");
        foreach (var section in sections.Where(IsPage))
        {
            known.Add(section);
            await page.GotoAsync(new Uri(portal.Address, section).ToString());
            // One of each kind: tasks and papers of one kind are alike.
            foreach (var kind in (await LinksAsync(page, "main a")).Where(IsPage).GroupBy(Kind))
            {
                known.Add(kind.First());
            }
        }

        return [.. known.Order(StringComparer.Ordinal)];
    }

    private static async Task<string[]> LinksAsync(IPage page, string selector) =>
        await page.EvalOnSelectorAllAsync<string[]>(selector, "links => links.filter(a => a.origin === location.origin && !a.download).map(a => a.pathname)");

    private static bool IsPage(string path) => path is not ("/exit" or "/designer" or "/") && !path.EndsWith("/pdf", StringComparison.Ordinal) && !path.StartsWith("/designer/studio", StringComparison.Ordinal);

    private static string Kind(string path) => System.Text.RegularExpressions.Regex.Replace(path, "[0-9a-f]{8}-[0-9a-f-]{27}|PN-[0-9A-Z-]+|[0-9]+", "*");

    private static async Task<(Weight First, Weight Again)> VisitTwiceAsync(IBrowser browser, IPage signedIn, string url)
    {
        await using var context = await browser.NewContextAsync(new() { Locale = "kk-KZ", StorageState = await signedIn.Context.StorageStateAsync() });
        var page = await context.NewPageAsync();
        return (await VisitAsync(page, url), await VisitAsync(page, url));
    }

    private static async Task<Weight> VisitAsync(IPage page, string url)
    {
        var network = await page.Context.NewCDPSessionAsync(page);
        var (sent, bytes) = (new HashSet<string>(), 0d);
        var cached = new HashSet<string>();
        network.Event("Network.responseReceived").OnEvent += (_, e) => Note(e, id =>
        {
            var response = e!.Value.GetProperty("response");
            (response.GetProperty("fromDiskCache").GetBoolean() || response.TryGetProperty("fromPrefetchCache", out var pre) && pre.GetBoolean() || response.GetProperty("url").GetString()!.StartsWith("data:", StringComparison.Ordinal) ? cached : sent).Add(id);
        });
        network.Event("Network.requestServedFromCache").OnEvent += (_, e) => Note(e, id => cached.Add(id));
        network.Event("Network.loadingFinished").OnEvent += (_, e) => Note(e, _ => bytes += e!.Value.GetProperty("encodedDataLength").GetDouble());
        await network.SendAsync("Network.enable");
        var response = await page.GotoAsync(url, new() { WaitUntil = WaitUntilState.NetworkIdle });
        Assert.True(response is { Ok: true }, $"Expected to read {url}, got {response?.Status}.");
        await network.DetachAsync();
        sent.ExceptWith(cached);
        return new Weight(bytes / 1024, sent.Count);
    }

    private static void Note(JsonElement? e, Action<string> note)
    {
        if (e?.TryGetProperty("requestId", out var id) == true)
        {
            note(id.GetString()!);
        }
    }

    private sealed record Weight(double Kilobytes, int Requests)
    {
        public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Kilobytes:0.0} KB in {Requests} requests");
    }
}
