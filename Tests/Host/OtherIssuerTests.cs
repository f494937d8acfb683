using OpenIddict.Abstractions;
using Pana.Cases;
using Pana.Tests.Support;
using Xunit;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Pana.Tests.Host;

/// <summary>The portal with another OpenID Connect issuer in place of the one inside: here a second installation keeps the accounts.</summary>
public sealed class OtherIssuerTests : IAsyncLifetime
{
    private const string Secret = "a-secret-of-the-test-and-of-nothing-else";
    private readonly SqliteTestDatabase _theirs = new();
    private readonly SqliteTestDatabase _ours = new();
    private TestPortal _issuer = null!;
    private TestPortal _portal = null!;

    public async ValueTask InitializeAsync()
    {
        await _theirs.InitializeAsync();
        await _ours.InitializeAsync();
        _issuer = await TestPortal.StartAsync(_theirs);
        _portal = await TestPortal.StartAsync(
            _ours, null, null, $"Pana:SignIn:Issuer={_issuer.Address}", "Pana:SignIn:ClientId=shelter", $"Pana:SignIn:ClientSecret={Secret}");
        await _issuer.WithAsync<IOpenIddictApplicationManager, object>(applications => applications.CreateAsync(new OpenIddictApplicationDescriptor
        {
            ClientId = "shelter",
            ClientSecret = Secret,
            ConsentType = ConsentTypes.Implicit,
            RedirectUris = { new Uri(_portal.Address, "/signin/callback") },
            PostLogoutRedirectUris = { new Uri(_portal.Address, "/signin/ended") },
            Permissions =
            {
                Permissions.Endpoints.Authorization, Permissions.Endpoints.Token, Permissions.Endpoints.EndSession,
                Permissions.GrantTypes.AuthorizationCode, Permissions.ResponseTypes.Code, Permissions.Scopes.Profile,
            },
        }).AsTask());
    }

    public async ValueTask DisposeAsync()
    {
        await _portal.DisposeAsync();
        await _issuer.DisposeAsync();
        await _ours.DisposeAsync();
        await _theirs.DisposeAsync();
    }

    [Fact]
    public async Task Somebody_signs_in_at_the_other_issuer_works_here_and_leaves_both()
    {
        using var browser = _portal.Open();

        var login = await browser.GetAsync("/tasks");
        var inside = await browser.SubmitAsync(login, fields: [("UserName", "social"), ("Password", TestPortal.Password)]);
        var fresh = await browser.GetAsync("/cases/new");
        var own = await browser.GetAsync("/account");
        var out1 = await browser.SubmitAsync(await browser.GetAsync("/tasks"), form: "form[action='/account/logout']");
        var again = await browser.GetAsync("/tasks");

        Assert.Equal(_issuer.Address.Authority, login.Url.Authority);
        Assert.Equal(new Uri(_portal.Address, "/tasks"), inside.Url);
        Assert.Equal("/cases/new", fresh.Url.AbsolutePath);
        Assert.Contains("Динара Маратқызы", own.Text, StringComparison.Ordinal);
        Assert.Null(own.Document.QuerySelector("input[type=password]"));
        Assert.Equal(_portal.Address.Authority, out1.Url.Authority);
        Assert.Equal(_issuer.Address.Authority, again.Url.Authority);
        Assert.Equal("/account/login", again.Url.AbsolutePath);
    }

    [Fact]
    public async Task An_account_of_ours_does_not_open_the_portal_and_cannot_be_opened_here()
    {
        using var browser = _portal.Open();

        var login = await browser.GetAsync("/account/login");
        var administrator = _portal.Open();
        var page = await administrator.SubmitAsync(await administrator.GetAsync("/administration"), fields: [("UserName", "administrator"), ("Password", TestPortal.Password)]);

        Assert.Equal(_issuer.Address.Authority, login.Url.Authority);
        Assert.Contains("басқа кіру жүйесі", page.Text, StringComparison.Ordinal);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await administrator.GetAsync("/administration/account")).Status);
        administrator.Dispose();
    }

    [Theory]
    [InlineData("https://id.example.kz", "9f1c7a52-55a1-4a9b-8a2e-0f9a5a3c0001", "9f1c7a52-55a1-4a9b-8a2e-0f9a5a3c0001")]
    [InlineData("https://id.example.kz", "uid=seitova,ou=staff", null)]
    public void A_subject_that_is_no_guid_becomes_one_and_stays_the_same(string issuer, string subject, string? expected)
    {
        var id = Portal.SignIn.Session.SubjectIds.Of(issuer, subject);

        Assert.Equal(id, Portal.SignIn.Session.SubjectIds.Of(issuer, subject));
        if (expected is not null)
        {
            Assert.Equal(Guid.Parse(expected), id);
        }
        else
        {
            Assert.NotEqual(id, Portal.SignIn.Session.SubjectIds.Of("https://other.example.kz", subject));
            Assert.NotEqual(id, Portal.SignIn.Session.SubjectIds.Of(issuer, subject + "2"));
        }
    }
}
