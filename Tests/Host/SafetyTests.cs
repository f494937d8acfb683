using System.Net;
using System.Text.RegularExpressions;
using Pana.Tests.Support;
using Xunit;

namespace Pana.Tests.Host;

/// <summary>What the browser is told with every answer, and the ways out.</summary>
public sealed partial class SafetyTests(SqlitePortal fixture) : IClassFixture<SqlitePortal>
{
    private readonly TestPortal _portal = fixture.Portal;

    [Theory]
    [InlineData("/", false)]
    [InlineData("/account/login", false)]
    [InlineData("/month", false)]
    [InlineData("/tasks", true)]
    [InlineData("/cases", true)]
    [InlineData("/cases/new", true)]
    [InlineData("/calendar", true)]
    [InlineData("/account", true)]
    [InlineData("/no-such-page", true)]
    [InlineData("/designer", true)]
    public async Task Every_page_carries_the_browser_protections_and_is_never_stored(string path, bool signedIn)
    {
        using var browser = signedIn ? await _portal.SignInAsync("head") : _portal.Open();

        var page = await browser.GetAsync(path);

        var policy = page.Header("Content-Security-Policy")!;
        Assert.StartsWith("default-src 'none'; script-src 'nonce-", policy, StringComparison.Ordinal);
        Assert.Contains("base-uri 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", page.Header("X-Content-Type-Options"));
        Assert.Equal("no-referrer", page.Header("Referrer-Policy"));
        Assert.Equal("same-origin", page.Header("Cross-Origin-Opener-Policy"));
        Assert.Contains("geolocation=()", page.Header("Permissions-Policy"), StringComparison.Ordinal);
        Assert.Equal("no-store", page.Header("Cache-Control"));
        Assert.Null(page.Header("Server"));
        Assert.DoesNotMatch(ForeignAddress(), page.Html);
        Assert.All(page.Document.Scripts, script => Assert.Contains($"'nonce-{script.GetAttribute("nonce")}'", policy, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Styles_and_scripts_are_kept_for_ever_under_the_name_of_their_content()
    {
        using var browser = _portal.Open();
        var login = await browser.GetAsync("/account/login");
        var style = login.Document.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href")!;

        var answer = await browser.Client.GetAsync(new Uri(_portal.Address, style), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Matches(@"\.[a-z0-9]{10}\.css$", style);
    }

    [Fact]
    public async Task The_icon_that_browsers_ask_for_unasked_is_there()
    {
        using var browser = _portal.Open();

        var answer = await browser.Client.GetAsync(new Uri(_portal.Address, "/favicon.ico"), TestContext.Current.CancellationToken);

        Assert.Equal("image/svg+xml", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Quick_exit_is_one_link_on_every_page_and_leaves_nothing_behind()
    {
        using var browser = await _portal.SignInAsync("social");
        var page = await browser.GetAsync("/tasks");
        var exit = page.Document.QuerySelector("#quick-exit")!;
        using var client = browser.WithoutRedirects();

        var answer = await client.GetAsync(new Uri(_portal.Address, exit.GetAttribute("href")!), TestContext.Current.CancellationToken);
        var neutral = await browser.GetAsync(answer.Headers.Location!.ToString());
        var after = await browser.GetAsync("/tasks");

        Assert.Equal("a", exit.LocalName);
        Assert.Equal("\"cache\", \"cookies\", \"storage\"", answer.Headers.GetValues("Clear-Site-Data").Single());
        Assert.Contains("Наурыз 2026", neutral.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Пана", neutral.Html, StringComparison.Ordinal);
        Assert.Empty(neutral.Document.QuerySelectorAll("a"));
        Assert.StartsWith("/account/login", after.Url.AbsolutePath, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_post_without_its_token_changes_nothing()
    {
        using var browser = await _portal.SignInAsync("head");
        using var content = new FormUrlEncodedContent([new("Ward", "x")]);

        var answer = await browser.Client.PostAsync(new Uri(_portal.Address, "/cases/new"), content, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("Бет ескірді", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_forged_host_is_sent_to_the_portals_own_address()
    {
        using var browser = _portal.Open();
        using var client = browser.WithoutRedirects();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(_portal.Address, "/account/login")) { Headers = { Host = "evil.example" } };

        var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(new Uri(_portal.Address, "/account/login"), answer.Headers.Location);
    }

    [Fact]
    public async Task Forwarded_headers_of_an_unknown_proxy_are_ignored()
    {
        using var browser = _portal.Open();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(_portal.Address, "/account/login"));
        request.Headers.Add("X-Forwarded-Host", "evil.example");
        request.Headers.Add("X-Forwarded-Proto", "https");

        var answer = await browser.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.DoesNotContain("evil.example", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("auditor", "/tasks")]
    [InlineData("administrator", "/cases")]
    [InlineData("clerk", "/cases")]
    [InlineData("authority", "/cases")]
    [InlineData("police", "/cases")]
    [InlineData("designer", "/audit")]
    [InlineData("psychologist", "/cases/new")]
    public async Task A_role_that_may_not_open_a_section_reads_so_in_its_language(string user, string path)
    {
        using var browser = await _portal.SignInAsync(user);
        await browser.GetAsync("/language/ru");

        var page = await browser.GetAsync(path);

        Assert.Equal(HttpStatusCode.Forbidden, page.Status);
        Assert.Contains("Этот раздел вам не открыт", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(page.Document.QuerySelectorAll(".nav a"), link => link.GetAttribute("href") == path);
    }

    [Fact]
    public async Task The_language_is_kept_and_every_page_can_change_it()
    {
        using var browser = _portal.Open();

        var kazakh = await browser.GetAsync("/account/login");
        var russian = await browser.GetAsync("/language/ru?back=/account/login");
        var english = await browser.GetAsync("/language/en?back=//evil.example/");

        Assert.Equal("kk", kazakh.Document.DocumentElement.GetAttribute("lang"));
        Assert.Contains("Вход", russian.Text, StringComparison.Ordinal);
        Assert.Equal(_portal.Address.Authority, english.Url.Authority);
        Assert.Equal("Work board", english.Document.Title);
    }

    [Fact]
    public async Task Health_answers_without_a_session()
    {
        using var browser = _portal.Open();

        Assert.Equal("Healthy", (await browser.GetAsync("/health/live")).Html);
        Assert.Equal("Healthy", (await browser.GetAsync("/health/ready")).Html);
    }

    // A first visit of the inbox over a slow line: research says 160 KB, we aim at half of it.
    [Fact]
    public async Task A_first_visit_is_light_and_takes_few_requests()
    {
        using var browser = await _portal.SignInAsync("head");
        using var client = browser.WithoutRedirects();
        client.DefaultRequestHeaders.Add("Accept-Encoding", "gzip");
        var page = await browser.GetAsync("/tasks");
        var parts = page.Document.QuerySelectorAll("link[href], script[src]").Select(e => e.GetAttribute("href") ?? e.GetAttribute("src")!).Distinct().ToList();
        long bytes = 0;
        foreach (var part in parts.Prepend("/tasks"))
        {
            var answer = await client.GetAsync(new Uri(_portal.Address, part), TestContext.Current.CancellationToken);
            bytes += (await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length;
        }

        Assert.InRange(parts.Count + 1, 1, 8);
        Assert.InRange(bytes, 1, 80 * 1024);
    }

    [GeneratedRegex(@"(href|src|action)=""(https?:)?//(?!127\.0\.0\.1)")]
    private static partial Regex ForeignAddress();
}
