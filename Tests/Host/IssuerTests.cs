using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using OpenIddict.Abstractions;
using Pana.Portal.SignIn.Accounts;
using Pana.Tests.Support;
using Xunit;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Pana.Tests.Host;

/// <summary>The issuer seen by a program that is not the portal: the rules of RFC 9700 and the lifetimes.</summary>
public sealed class IssuerTests(SqlitePortal fixture) : IClassFixture<SqlitePortal>
{
    private const string Verifier = "the-verifier-of-this-test-is-long-enough-0123456789";
    private readonly TestPortal _portal = fixture.Portal;

    private static string Challenge => WebEncoders.Base64UrlEncode(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(Verifier)));

    [Fact]
    public async Task The_discovery_document_offers_code_with_S256_and_nothing_else()
    {
        using var browser = _portal.Open();

        var page = await browser.GetAsync("/.well-known/openid-configuration");

        var json = JsonDocument.Parse(page.Html).RootElement;
        Assert.Equal(["S256"], Strings(json, "code_challenge_methods_supported"));
        Assert.Equal(["code"], Strings(json, "response_types_supported"));
        Assert.Equal(["query"], Strings(json, "response_modes_supported"));
        Assert.Equal(["authorization_code", "client_credentials", "refresh_token"], Strings(json, "grant_types_supported").Order());
        Assert.Equal(_portal.Address.ToString(), json.GetProperty("issuer").GetString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("&code_challenge_method=plain&code_challenge=the-verifier-of-this-test-is-long-enough-0123456789")]
    public async Task A_request_without_PKCE_or_with_plain_is_refused(string pkce)
    {
        using var browser = await _portal.SignInAsync("head");
        await RegisterAsync();

        using var answer = await AuthorizeAsync(browser, pkce);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Null(answer.Headers.Location);
    }

    [Fact]
    public async Task A_code_is_worth_nothing_after_a_minute_and_once_used()
    {
        using var browser = await _portal.SignInAsync("head");
        await RegisterAsync();

        var stale = await CodeAsync(browser);
        _portal.Time.Advance(TimeSpan.FromSeconds(61));
        var late = await RedeemAsync(browser, stale);
        var fresh = await CodeAsync(browser);
        var first = await RedeemAsync(browser, fresh);
        var second = await RedeemAsync(browser, fresh);

        Assert.Equal("invalid_grant", Text(late, "error"));
        Assert.Equal(600, first.GetProperty("expires_in").GetInt32());
        Assert.Equal("invalid_grant", Text(second, "error"));
    }

    [Fact]
    public async Task A_refresh_token_turns_over_and_ends_twelve_hours_after_the_sign_in()
    {
        using var browser = await _portal.SignInAsync("social");
        await RegisterAsync();
        var tokens = await RedeemAsync(browser, await CodeAsync(browser, "openid profile offline_access"));
        for (var hour = 0; hour < 11; hour++)
        {
            _portal.Time.Advance(TimeSpan.FromHours(1));
            tokens = await RefreshAsync(browser, Text(tokens, "refresh_token")!);
            Assert.NotNull(Text(tokens, "access_token"));
        }

        var last = Text(tokens, "refresh_token")!;
        _portal.Time.Advance(TimeSpan.FromMinutes(61));

        Assert.Equal("invalid_grant", Text(await RefreshAsync(browser, last), "error"));
    }

    [Fact]
    public async Task A_refresh_token_used_twice_ends_the_whole_chain()
    {
        using var browser = await _portal.SignInAsync("social");
        await RegisterAsync();
        var stolen = Text(await RedeemAsync(browser, await CodeAsync(browser, "openid profile offline_access")), "refresh_token")!;
        var next = Text(await RefreshAsync(browser, stolen), "refresh_token")!;

        var again = await RefreshAsync(browser, stolen);

        Assert.Equal("invalid_grant", Text(again, "error"));
        Assert.Equal("invalid_grant", Text(await RefreshAsync(browser, next), "error"));
    }

    [Fact]
    public async Task A_disabled_account_cannot_refresh()
    {
        using var browser = await _portal.SignInAsync("lawyer");
        await RegisterAsync();
        var token = Text(await RedeemAsync(browser, await CodeAsync(browser, "openid profile offline_access")), "refresh_token")!;
        await _portal.WithAsync<AccountManager, bool>(async accounts =>
        {
            await accounts.DisableAsync((await accounts.FindByNameAsync("lawyer"))!);
            return true;
        });

        Assert.Equal("invalid_grant", Text(await RefreshAsync(browser, token), "error"));
    }

    private static IEnumerable<string> Strings(JsonElement json, string name) => json.GetProperty(name).EnumerateArray().Select(v => v.GetString()!);

    private static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.GetString() : null;

    private async Task RegisterAsync()
    {
        await using var scope = _portal.Services.CreateAsyncScope();
        var applications = scope.ServiceProvider.GetRequiredService<IOpenIddictApplicationManager>();
        if (await applications.FindByClientIdAsync("test-program") is null)
        {
            await applications.CreateAsync(new OpenIddictApplicationDescriptor
            {
                ClientId = "test-program",
                ClientType = ClientTypes.Public,
                ConsentType = ConsentTypes.Implicit,
                RedirectUris = { new Uri("http://127.0.0.1:9/back") },
                Permissions =
                {
                    Permissions.Endpoints.Authorization, Permissions.Endpoints.Token, Permissions.GrantTypes.AuthorizationCode,
                    Permissions.GrantTypes.RefreshToken, Permissions.ResponseTypes.Code, Permissions.Scopes.Profile,
                },
            });
        }
    }

    private async Task<HttpResponseMessage> AuthorizeAsync(PortalBrowser browser, string pkce, string scope = "openid profile")
    {
        using var client = browser.WithoutRedirects();
        return await client.GetAsync(
            new Uri(_portal.Address, $"/connect/authorize?client_id=test-program&redirect_uri=http%3A%2F%2F127.0.0.1%3A9%2Fback&response_type=code&scope={Uri.EscapeDataString(scope)}&state=s{pkce}"),
            TestContext.Current.CancellationToken);
    }

    private async Task<string> CodeAsync(PortalBrowser browser, string scope = "openid profile")
    {
        using var answer = await AuthorizeAsync(browser, $"&code_challenge_method=S256&code_challenge={Challenge}", scope);
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        return QueryHelpers.ParseQuery(answer.Headers.Location!.Query)["code"].ToString();
    }

    private static Task<JsonElement> RedeemAsync(PortalBrowser browser, string code) => TokenAsync(browser, new()
    {
        ["grant_type"] = "authorization_code",
        ["code"] = code,
        ["redirect_uri"] = "http://127.0.0.1:9/back",
        ["code_verifier"] = Verifier,
    });

    private static Task<JsonElement> RefreshAsync(PortalBrowser browser, string token) =>
        TokenAsync(browser, new() { ["grant_type"] = "refresh_token", ["refresh_token"] = token });

    private static async Task<JsonElement> TokenAsync(PortalBrowser browser, Dictionary<string, string> form)
    {
        form["client_id"] = "test-program";
        using var content = new FormUrlEncodedContent(form);
        using var answer = await browser.Client.PostAsync(new Uri(browser.Address, "/connect/token"), content, TestContext.Current.CancellationToken);
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;
    }
}
