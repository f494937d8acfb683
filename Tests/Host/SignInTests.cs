using System.Net;
using Pana.Portal.SignIn.Accounts;
using Pana.Tests.Support;
using Xunit;

namespace Pana.Tests.Host;

public sealed class SqliteSignInTests(SqlitePortal fixture) : SignInTests(fixture), IClassFixture<SqlitePortal>;

public sealed class PostgresSignInTests(PostgresPortal fixture) : SignInTests(fixture), IClassFixture<PostgresPortal>;

public abstract class SignInTests(PortalFixture fixture)
{
    private readonly TestPortal _portal = fixture.Portal;

    [Fact]
    public async Task Every_demo_account_signs_in_and_lands_where_its_work_begins()
    {
        foreach (var (user, start) in new[]
        {
            ("head", "/tasks"), ("social", "/tasks"), ("psychologist", "/tasks"), ("lawyer", "/tasks"), ("nurse", "/tasks"), ("clerk", "/tasks"),
            ("authority", "/tasks"), ("police", "/tasks"), ("designer", "/designer"), ("auditor", "/calendar"), ("administrator", "/administration"),
        })
        {
            using var browser = _portal.Open();

            var page = await browser.SignInAsync(user, TestPortal.Password);

            Assert.Equal(start, page.Url.AbsolutePath);
        }
    }

    [Fact]
    public async Task A_deep_link_is_reached_after_signing_in()
    {
        using var browser = _portal.Open();
        var login = await browser.GetAsync("/account?tab=1");

        var page = await browser.SubmitAsync(login, fields: [("UserName", "head"), ("Password", TestPortal.Password)]);

        Assert.Equal("/account?tab=1", page.Url.PathAndQuery);
    }

    [Theory]
    [InlineData("head", "not the password at all")]
    [InlineData("nobody-has-this-name", "not the password at all")]
    public async Task An_unknown_name_and_a_wrong_password_get_the_same_answer(string user, string password)
    {
        using var browser = _portal.Open();

        var page = await browser.SubmitAsync(await browser.GetAsync("/"), fields: [("UserName", user), ("Password", password)]);

        Assert.Equal("Пайдаланушы аты немесе құпиясөз сәйкес келмейді, не тіркелгі уақытша жабық.", page.Document.QuerySelector("[role=alert]")!.TextContent.Trim());
        Assert.DoesNotContain("pana", browser.Cookies);
        Assert.DoesNotContain(password, page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_the_account_for_five_minutes()
    {
        using var browser = _portal.Open();
        for (var i = 0; i < 5; i++)
        {
            await browser.SubmitAsync(await browser.GetAsync("/"), fields: [("UserName", "lawyer"), ("Password", "wrong wrong wrong")]);
        }

        var locked = await Assert.ThrowsAsync<InvalidOperationException>(() => browser.SignInAsync("lawyer", TestPortal.Password));
        _portal.Time.Advance(TimeSpan.FromMinutes(5.1));
        var page = await browser.SignInAsync("lawyer", TestPortal.Password);

        Assert.Contains("was not let in", locked.Message, StringComparison.Ordinal);
        Assert.Equal("/tasks", page.Url.AbsolutePath);
    }

    [Fact]
    public async Task A_disabled_account_is_out_with_its_next_request_and_cannot_come_back()
    {
        using var browser = await _portal.SignInAsync("nurse");
        await ChangeAsync("nurse", (accounts, account) => accounts.DisableAsync(account));

        var next = await browser.GetAsync("/tasks");

        Assert.StartsWith("/account/login", next.Url.AbsolutePath, StringComparison.Ordinal);
        await Assert.ThrowsAsync<InvalidOperationException>(() => browser.SignInAsync("nurse", TestPortal.Password));
        await ChangeAsync("nurse", (accounts, account) => accounts.EnableAsync(account));
        await browser.SignInAsync("nurse", TestPortal.Password);
    }

    [Fact]
    public async Task A_session_unused_for_half_an_hour_is_over()
    {
        using var browser = await _portal.SignInAsync("head");
        _portal.Time.Advance(TimeSpan.FromMinutes(29));
        var awake = await browser.GetAsync("/account");
        _portal.Time.Advance(TimeSpan.FromMinutes(29));
        var stillAwake = await browser.GetAsync("/account");

        _portal.Time.Advance(TimeSpan.FromMinutes(31));
        var asleep = await browser.GetAsync("/account");

        Assert.Equal("/account", awake.Url.AbsolutePath);
        Assert.Equal("/account", stillAwake.Url.AbsolutePath);
        Assert.StartsWith("/account/login", asleep.Url.AbsolutePath, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_in_steady_use_is_over_after_twelve_hours()
    {
        using var browser = await _portal.SignInAsync("head");
        for (var i = 0; i < 35; i++)
        {
            _portal.Time.Advance(TimeSpan.FromMinutes(20));
            Assert.Equal("/account", (await browser.GetAsync("/account")).Url.AbsolutePath);
        }

        _portal.Time.Advance(TimeSpan.FromMinutes(21));
        var page = await browser.GetAsync("/account");

        Assert.StartsWith("/account/login", page.Url.AbsolutePath, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cookies_of_a_session_end_with_the_browser_and_are_closed_to_scripts()
    {
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false });

        var answer = await client.GetAsync(new Uri(_portal.Address, "/tasks"), TestContext.Current.CancellationToken);

        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("expires", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("max-age", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
    }

    [Fact]
    public async Task Signing_out_ends_both_sessions()
    {
        using var browser = await _portal.SignInAsync("social");

        var page = await browser.SubmitAsync(await browser.GetAsync("/account"), form: "form[action='/account/logout']");

        Assert.Contains("Сіз шықтыңыз", page.Text, StringComparison.Ordinal);
        Assert.StartsWith("/account/login", (await browser.GetAsync("/account")).Url.AbsolutePath, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_log_names_no_person()
    {
        using var browser = await _portal.SignInAsync("psychologist");
        await browser.GetAsync("/account");

        Assert.DoesNotContain(_portal.Log.Lines, line =>
            line.StartsWith("Info", StringComparison.Ordinal)
            && (line.Contains("Сәуле", StringComparison.Ordinal) || line.Contains(TestPortal.Password, StringComparison.Ordinal)));
    }

    private async Task ChangeAsync(string userName, Func<AccountManager, Account, Task> change) =>
        await _portal.WithAsync<AccountManager, bool>(async accounts =>
        {
            await change(accounts, (await accounts.FindByNameAsync(userName))!);
            return true;
        });
}
