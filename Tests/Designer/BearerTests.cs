using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using OpenIddict.Abstractions;
using Pana.Portal.SignIn.Accounts;
using Pana.Portal.SignIn.Issuer;
using Pana.Portal.Start;
using Pana.Tests.Support;
using Xunit;

namespace Pana.Tests.Designer;

/// <summary>Programs at the designer's API: who gets a token, what it opens, and what does not open it.</summary>
public sealed class BearerTests(BearerTests.PortalWithPrograms fixture) : IClassFixture<BearerTests.PortalWithPrograms>
{
    private const string Secret = ProgramTokens.Secret;
    private const string Back = "http://127.0.0.1:9/back";
    private const string Verifier = "the-verifier-of-this-test-is-long-enough-0123456789";
    private readonly TestPortal _portal = fixture.Portal;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_program_gets_a_token_with_its_secret_reads_saves_and_publishes()
    {
        using var program = Bearer(await ProgramTokenAsync());
        var model = JsonNode.Parse("""{ "name": "Бағдарлама", "root": { "id": "r1", "type": "Elsa.Flowchart", "version": 1, "activities": [ { "id": "s", "type": "Elsa.Start", "version": 1 } ], "connections": [] } }""");

        var list = await program.GetFromJsonAsync<JsonObject>("elsa/api/workflow-definitions?versionOptions=Latest", Ct);
        var saved = await program.PostAsJsonAsync("elsa/api/workflow-definitions", new JsonObject { ["model"] = model, ["publish"] = true }, Ct);

        Assert.Contains(list!["items"]!.AsArray(), d => (string?)d!["definitionId"] == "admission");
        Assert.True(saved.IsSuccessStatusCode, await saved.Content.ReadAsStringAsync(Ct));
        Assert.True((await saved.Content.ReadFromJsonAsync<JsonObject>(Ct))!["workflowDefinition"]!["isPublished"]!.GetValue<bool>());
    }

    [Theory]
    [InlineData("nightly", "a-wrong-secret-of-more-than-thirty-two-characters", "elsa", "invalid_client")]
    [InlineData("desk", "", "elsa", "invalid_request")]
    [InlineData("desk", Secret, "elsa", "unauthorized_client")]
    [InlineData("pana-portal", "", "elsa", "invalid_request")]
    [InlineData("nightly", Secret, "profile", "invalid_request")]
    public async Task Without_secret_or_right_there_is_no_token(string client, string secret, string scope, string error)
    {
        var answer = await TokenAsync(("grant_type", "client_credentials"), ("client_id", client), ("client_secret", secret), ("scope", scope));

        Assert.Equal(error, answer.GetProperty("error").GetString());
    }

    [Fact]
    public async Task A_designers_own_token_enters_and_every_other_roles_is_refused()
    {
        var answers = new Dictionary<string, HttpStatusCode>();
        foreach (var user in (string[])["designer", "head", "social", "psychologist", "lawyer", "nurse", "clerk", "authority", "police", "auditor", "administrator"])
        {
            using var person = Bearer(await PersonTokenAsync(user, "openid elsa"));
            answers[user] = (await person.GetAsync("elsa/api/workflow-definitions", Ct)).StatusCode;
        }

        Assert.Equal(HttpStatusCode.OK, answers["designer"]);
        Assert.All(answers.Where(a => a.Key != "designer"), a => Assert.Equal(HttpStatusCode.Forbidden, a.Value));
    }

    [Fact]
    public async Task A_token_without_the_scope_is_of_another_audience()
    {
        using var person = Bearer(await PersonTokenAsync("designer", "openid profile"));

        Assert.Equal(HttpStatusCode.Unauthorized, (await person.GetAsync("elsa/api/workflow-definitions", Ct)).StatusCode);
    }

    [Fact]
    public async Task A_token_is_over_after_ten_minutes()
    {
        var token = await ProgramTokenAsync();
        using var program = Bearer(token);
        var early = (await program.GetAsync("elsa/api/features/installed", Ct)).StatusCode;

        _portal.Time.Advance(TimeSpan.FromMinutes(11));

        Assert.Equal(HttpStatusCode.OK, early);
        Assert.Equal(HttpStatusCode.Unauthorized, (await program.GetAsync("elsa/api/features/installed", Ct)).StatusCode);
    }

    [Fact]
    public async Task A_token_changed_by_one_letter_or_made_up_is_worth_nothing_even_beside_a_session()
    {
        var token = await ProgramTokenAsync();
        using var browser = await _portal.SignInAsync("designer");
        browser.Client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        foreach (var forged in (string[])[token[..^5] + (token[^5] == 'A' ? 'B' : 'A') + token[^4..], "eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.", ""])
        {
            browser.Client.DefaultRequestHeaders.Remove("Authorization");
            browser.Client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", "Bearer " + forged);

            Assert.Equal(HttpStatusCode.Unauthorized, (await browser.Client.GetAsync(new Uri(_portal.Address, "elsa/api/features/installed"), Ct)).StatusCode);
        }
    }

    [Fact]
    public async Task A_token_in_the_address_or_the_body_is_not_looked_at()
    {
        var token = await ProgramTokenAsync();
        using var client = new HttpClient { BaseAddress = _portal.Address };
        using var form = new FormUrlEncodedContent([new("access_token", token)]);

        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync($"elsa/api/features/installed?access_token={token}", Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.PostAsync("elsa/api/workflow-definitions", form, Ct)).StatusCode);
    }

    // Last in its own portal: afterwards nobody is left who could enter.
    [Fact]
    public async Task A_closed_account_and_a_program_taken_out_of_the_configuration_lose_their_tokens_at_once()
    {
        await using var own = new PortalWithPrograms();
        await own.InitializeAsync();
        var tests = new BearerTests(own);
        using var person = tests.Bearer(await tests.PersonTokenAsync("designer", "openid elsa"));
        using var program = tests.Bearer(await tests.ProgramTokenAsync());
        var before = (await person.GetAsync("elsa/api/features/installed", Ct), await program.GetAsync("elsa/api/features/installed", Ct));
        await own.Portal.WithAsync<AccountManager, bool>(async accounts =>
        {
            await accounts.DisableAsync((await accounts.FindByNameAsync("designer"))!);
            return true;
        });
        await own.Portal.WithAsync<IOpenIddictApplicationManager, bool>(async applications =>
        {
            await new ProgramRegistration(applications, Microsoft.Extensions.Options.Options.Create(new PortalOptions())).ApplyAsync(Ct);
            return true;
        });

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (before.Item1.StatusCode, before.Item2.StatusCode));
        Assert.Equal(HttpStatusCode.Unauthorized, (await person.GetAsync("elsa/api/features/installed", Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await program.GetAsync("elsa/api/features/installed", Ct)).StatusCode);
    }

    [Theory]
    [InlineData("Origin", "http://elsewhere.example")]
    [InlineData("Origin", "null")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Sec-Fetch-Site", "none")]
    [InlineData(null, null)]
    public async Task A_session_is_not_enough_for_a_request_that_another_site_may_have_sent(string? header, string? value)
    {
        using var browser = await _portal.SignInAsync("designer");
        if (header is not null)
        {
            browser.Client.DefaultRequestHeaders.Add(header, value);
        }

        var answer = await browser.Client.PostAsJsonAsync(new Uri(_portal.Address, "elsa/api/workflow-definitions/admission/retract"), new { }, Ct);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Theory]
    [InlineData("designer", HttpStatusCode.OK)]
    [InlineData("head", HttpStatusCode.Forbidden)]
    [InlineData("social", HttpStatusCode.Forbidden)]
    [InlineData("authority", HttpStatusCode.Forbidden)]
    [InlineData("administrator", HttpStatusCode.Forbidden)]
    [InlineData("auditor", HttpStatusCode.Forbidden)]
    public async Task A_session_of_this_origin_enters_by_role(string user, HttpStatusCode expected)
    {
        using var browser = await _portal.SignInAsync(user);
        browser.Client.DefaultRequestHeaders.Add("Origin", _portal.Address.GetLeftPart(UriPartial.Authority));

        Assert.Equal(expected, (await browser.Client.PostAsJsonAsync(new Uri(_portal.Address, "elsa/api/workflow-instances"), new { }, Ct)).StatusCode);
    }

    private HttpClient Bearer(string token) => _portal.Bearer(token);

    private Task<string> ProgramTokenAsync() => _portal.ProgramTokenAsync(Ct);

    private async Task<string> PersonTokenAsync(string user, string scope)
    {
        using var browser = await _portal.SignInAsync(user);
        using var client = browser.WithoutRedirects();
        var challenge = WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier)));
        using var answer = await client.GetAsync(
            new Uri(_portal.Address, $"/connect/authorize?client_id=desk&redirect_uri={Uri.EscapeDataString(Back)}&response_type=code&scope={Uri.EscapeDataString(scope)}&state=s&code_challenge_method=S256&code_challenge={challenge}"), Ct);
        var code = QueryHelpers.ParseQuery(answer.Headers.Location!.Query)["code"].ToString();
        return (await TokenAsync(("grant_type", "authorization_code"), ("client_id", "desk"), ("code", code), ("redirect_uri", Back), ("code_verifier", Verifier))).GetProperty("access_token").GetString()!;
    }

    private Task<JsonElement> TokenAsync(params (string Name, string Value)[] fields) => _portal.AskTokenAsync(Ct, fields);

    /// <summary>A portal whose configuration names one program with a secret and one that a person signs in through.</summary>
    public sealed class PortalWithPrograms() : PortalFixture(new SqliteTestDatabase(), [.. ProgramTokens.Settings, "Pana:Programs:1:ClientId=desk", $"Pana:Programs:1:RedirectUri={Back}"]);
}
