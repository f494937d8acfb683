using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using OtpNet;
using Pana.Cases;
using Pana.Portal.Start;
using Pana.Tests.Support;
using Xunit;

namespace Pana.Tests.Host;

public sealed class SqliteAdministrationTests(SqlitePortal fixture) : AdministrationTests(fixture), IClassFixture<SqlitePortal>;

public sealed class PostgresAdministrationTests(PostgresPortal fixture) : AdministrationTests(fixture), IClassFixture<PostgresPortal>;

/// <summary>Accounts from the administrator's first click to the holder's own password, and what is refused.</summary>
public abstract partial class AdministrationTests(PortalFixture fixture)
{
    private const string Own = "қара шаңырақ түтіні";

    private readonly TestPortal _portal = fixture.Portal;

    [Fact]
    public async Task A_new_specialist_gets_a_one_time_password_chooses_an_own_one_and_works()
    {
        using var administrator = await _portal.SignInAsync("administrator");
        var (_, password) = await OpenAccountAsync(administrator, "a.seitova", "psychologist");
        using var browser = _portal.Open();

        var chooses = await SignInAsync(browser, "a.seitova", password);
        var wrong = await browser.SubmitAsync(chooses, fields: [("Password", Own), ("Again", Own + "!")]);
        var same = await browser.SubmitAsync(wrong, fields: [("Password", password), ("Again", password)]);
        var early = await browser.GetAsync("/tasks");
        var inside = await browser.SubmitAsync(await browser.GetAsync("/account/new-password"), fields: [("Password", Own), ("Again", Own)]);

        Assert.Equal("/account/new-password", chooses.Url.AbsolutePath);
        Assert.Contains("бірдей құпиясөз", wrong.Text, StringComparison.Ordinal);
        Assert.Contains("бұрынғы құпиясөз", same.Text, StringComparison.Ordinal);
        Assert.StartsWith("/account/login", early.Url.AbsolutePath, StringComparison.Ordinal);
        Assert.Equal("/tasks", inside.Url.AbsolutePath);
        using var again = _portal.Open();
        Assert.StartsWith("/account/login", (await SignInAsync(again, "a.seitova", password)).Url.AbsolutePath, StringComparison.Ordinal);
        Assert.Equal("/tasks", (await SignInAsync(again, "a.seitova", Own)).Url.AbsolutePath);
    }

    [Fact]
    public async Task A_one_time_password_is_good_for_three_days()
    {
        using var administrator = await _portal.SignInAsync("administrator");
        var (_, password) = await OpenAccountAsync(administrator, "late.comer", "lawyer");
        _portal.Time.Advance(TimeSpan.FromDays(3));
        using var browser = _portal.Open();

        var page = await SignInAsync(browser, "late.comer", password);

        Assert.StartsWith("/account/login", page.Url.AbsolutePath, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_whose_roles_change_or_whose_account_closes_is_out_at_once()
    {
        using var administrator = await _portal.SignInAsync("administrator");
        var (address, password) = await OpenAccountAsync(administrator, "b.omarov", "nurse");
        using var browser = _portal.Open();
        await browser.SubmitAsync(await SignInAsync(browser, "b.omarov", password), fields: [("Password", Own), ("Again", Own)]);

        await administrator.SubmitAsync(await administrator.GetAsync(address), fields: [("Roles", "lawyer")]);
        var changed = await browser.GetAsync("/tasks");
        await SignInAsync(browser, "b.omarov", Own);
        await administrator.SubmitAsync(await administrator.GetAsync(address), form: "form[action*='Close']");
        var closed = await browser.GetAsync("/tasks");

        Assert.StartsWith("/account/login", changed.Url.AbsolutePath, StringComparison.Ordinal);
        Assert.StartsWith("/account/login", closed.Url.AbsolutePath, StringComparison.Ordinal);
        Assert.StartsWith("/account/login", (await SignInAsync(browser, "b.omarov", Own)).Url.AbsolutePath, StringComparison.Ordinal);
        await administrator.SubmitAsync(await administrator.GetAsync(address), form: "form[action*='Open']");
        Assert.Equal("/tasks", (await SignInAsync(browser, "b.omarov", Own)).Url.AbsolutePath);
    }

    [Theory]
    [InlineData("X y", "Аты Жөні", "lawyer", "own", "3–40 кіші латын")]
    [InlineData("social", "Аты Жөні", "lawyer", "own", "Бұл ат бос емес")]
    [InlineData("good.name", "", "lawyer", "own", "Аты-жөнін жазыңыз")]
    [InlineData("good.name", "Аты Жөні", null, "own", "Кемінде бір рөл")]
    [InlineData("good.name", "Аты Жөні", "head", "", "сай емес")]
    [InlineData("good.name", "Аты Жөні", "head", "authority", "сай емес")]
    [InlineData("good.name", "Аты Жөні", "authority-officer", "own", "сай емес")]
    public async Task What_is_wrong_is_said_and_what_was_typed_stays(string userName, string displayName, string? role, string place, string said)
    {
        using var administrator = await _portal.SignInAsync("administrator");
        var page = await administrator.GetAsync("/administration/account");

        var answer = await administrator.SubmitAsync(page, fields:
            [("UserName", userName), ("DisplayName", displayName), ("Roles", role), ("Place", PlaceOf(place)), ("Email", "a@example.kz")]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains(said, answer.Text, StringComparison.Ordinal);
        Assert.Equal(userName, answer.Document.QuerySelector("#UserName")!.GetAttribute("value"));
        Assert.Equal("a@example.kz", answer.Document.QuerySelector("#Email")!.GetAttribute("value"));
        Assert.Null(answer.Document.QuerySelector("#one-time"));
    }

    [Fact]
    public async Task The_second_step_asks_for_a_code_that_opens_once()
    {
        using var administrator = await _portal.SignInAsync("administrator");
        var (address, password) = await OpenAccountAsync(administrator, "careful", "head");
        using var browser = _portal.Open();
        await browser.SubmitAsync(await SignInAsync(browser, "careful", password), fields: [("Password", Own), ("Again", Own)]);
        var offer = await browser.GetAsync("/account?code=true");
        var totp = new Totp(Base32Encoding.ToBytes(offer.Document.QuerySelector(".steps .code")!.TextContent.Trim()));
        string Code() => totp.ComputeTotp(_portal.Time.GetUtcNow().UtcDateTime);
        var refused = await browser.SubmitAsync(offer, form: "form[action*='AddCode']", fields: [("Code", "000000")]);
        var first = Code();
        var added = await browser.SubmitAsync(refused, form: "form[action*='AddCode']", fields: [("Code", first)]);

        using var other = _portal.Open();
        var asked = await SignInAsync(other, "careful", Own);
        var replay = await other.SubmitAsync(asked, fields: [("Code", first)]);
        _portal.Time.Advance(TimeSpan.FromSeconds(60));
        var inside = await other.SubmitAsync(replay, fields: [("Code", Code())]);

        Assert.Contains("сәйкес келмейді", refused.Text, StringComparison.Ordinal);
        Assert.Contains("Екінші қадам қосылды", added.Text, StringComparison.Ordinal);
        Assert.Equal("/account/code", asked.Url.AbsolutePath);
        Assert.Contains("сәйкес келмейді", replay.Text, StringComparison.Ordinal);
        Assert.Equal("/tasks", inside.Url.AbsolutePath);
        await administrator.SubmitAsync(await administrator.GetAsync(address), form: "form[action*='RemoveCode']");
        using var third = _portal.Open();
        Assert.Equal("/tasks", (await SignInAsync(third, "careful", Own)).Url.AbsolutePath);
    }

    [Fact]
    public async Task Without_the_right_password_there_is_no_second_step_to_reach()
    {
        using var browser = _portal.Open();

        Assert.StartsWith("/account/login", (await browser.GetAsync("/account/code")).Url.AbsolutePath, StringComparison.Ordinal);
        Assert.StartsWith("/account/login", (await browser.GetAsync("/account/new-password")).Url.AbsolutePath, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Changing_the_own_password_ends_the_other_sessions_and_keeps_this_one()
    {
        using var administrator = await _portal.SignInAsync("administrator");
        var (_, password) = await OpenAccountAsync(administrator, "changes", "clerk");
        using var here = _portal.Open();
        using var there = _portal.Open();
        await here.SubmitAsync(await SignInAsync(here, "changes", password), fields: [("Password", Own), ("Again", Own)]);
        await SignInAsync(there, "changes", Own);

        var refused = await here.SubmitAsync(await here.GetAsync("/account"), form: "form[action*='Password']",
            fields: [("Current", "басқа біреу мүлде"), ("Chosen", Own + " 2"), ("Again", Own + " 2")]);
        var done = await here.SubmitAsync(refused, form: "form[action*='Password']", fields: [("Current", Own), ("Chosen", Own + " 2"), ("Again", Own + " 2")]);

        Assert.Contains("Қазіргі құпиясөз сәйкес келмейді", refused.Text, StringComparison.Ordinal);
        Assert.Contains("Құпиясөз ауыстырылды", done.Text, StringComparison.Ordinal);
        Assert.Equal("/account", (await here.GetAsync("/account")).Url.AbsolutePath);
        Assert.StartsWith("/account/login", (await there.GetAsync("/account")).Url.AbsolutePath, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_changes_the_own_rights_and_the_last_administrator_stays()
    {
        using var administrator = await _portal.SignInAsync("administrator");
        var list = await administrator.GetAsync("/administration");
        var own = list.Document.QuerySelectorAll("a[href^='/administration/account/']").Single(a => a.TextContent.Contains("Тимур Рус", StringComparison.Ordinal)).GetAttribute("href")!;

        var page = await administrator.GetAsync(own);
        var tried = await administrator.PostAsync(own, list.Document.QuerySelector("input[name=__RequestVerificationToken]") is null ? page : list,
            ("DisplayName", "Мен"), ("Roles", "head"), ("Place", PlaceOf("own")));

        Assert.Null(page.Document.QuerySelector("form.admin"));
        Assert.Equal(HttpStatusCode.NotFound, tried.Status);
    }

    [Fact]
    public async Task The_head_and_the_auditor_read_who_gave_which_right_to_whom()
    {
        using var administrator = await _portal.SignInAsync("administrator");
        await OpenAccountAsync(administrator, "seen.by.all", "psychologist");
        using var head = await _portal.SignInAsync("head");

        var log = await head.GetAsync("/audit");

        Assert.Contains("тіркелгі ашты seen.by.all", log.Text, StringComparison.Ordinal);
        Assert.Contains("Тимур Русланұлы", log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_organisation_and_its_authority_are_added_and_their_names_change_everywhere()
    {
        using var administrator = await _portal.SignInAsync("administrator");
        var agency = await administrator.SubmitAsync(await administrator.GetAsync("/administration/agency"), fields:
            [("Names.Kk", "Түрксіб бөлімі"), ("Names.Ru", "Отдел Турксиб"), ("Names.En", "Turksib"), ("Kind", "AuthorisedBody")]);
        var id = agency.Url.Segments[^1];
        var missing = await administrator.SubmitAsync(await administrator.GetAsync("/administration/organisation"), fields:
            [("Names.Kk", "«Үміт» баспанасы"), ("Names.Ru", ""), ("Names.En", "Umit"), ("Kind", "Shelter"), ("AuthorisedBodyId", id)]);
        var organisation = await administrator.SubmitAsync(missing, fields: [("Names.Ru", "Приют «Үміт»")]);

        var list = await administrator.GetAsync("/administration");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, missing.Status);
        Assert.Contains("Сақталды", organisation.Text, StringComparison.Ordinal);
        Assert.Contains("«Үміт» баспанасы", list.Text, StringComparison.Ordinal);
        var kept = await _portal.WithAsync<CaseDb, Organisation>(db => db.Organisations.SingleAsync(o => o.NameRu == "Приют «Үміт»"));
        Assert.Equal((OrganisationKind.Shelter, Guid.Parse(id)), (kept.Kind, kept.AuthorisedBodyId));
    }

    [Fact]
    public async Task The_first_administrator_comes_from_the_console_and_may_come_back_that_way()
    {
        var first = await FirstAsync("founder");
        using var browser = _portal.Open();
        await browser.SubmitAsync(await SignInAsync(browser, "founder", first), fields: [("Password", Own), ("Again", Own)]);
        var second = await FirstAsync("founder");

        Assert.StartsWith("/account/login", (await browser.GetAsync("/administration")).Url.AbsolutePath, StringComparison.Ordinal);
        Assert.Equal("/account/new-password", (await SignInAsync(browser, "founder", second)).Url.AbsolutePath);
        var refused = await Assert.ThrowsAsync<StartRefusedException>(() => FirstAsync("head"));
        Assert.Contains("is no administrator", refused.Message, StringComparison.Ordinal);
    }

    private static string? PlaceOf(string place) => place switch
    {
        "own" => DemoAccounts.OrganisationId.ToString(),
        "authority" => DemoAccounts.AuthorityId.ToString(),
        _ => "",
    };

    private static async Task<(string Address, string Password)> OpenAccountAsync(PortalBrowser administrator, string userName, string role)
    {
        var page = await administrator.SubmitAsync(await administrator.GetAsync("/administration/account"), fields:
            [("UserName", userName), ("DisplayName", "Аты Жөні"), ("Roles", role), ("Place", PlaceOf("own"))]);
        var password = page.Document.QuerySelector("#one-time")?.TextContent
            ?? throw new InvalidOperationException($"Expected a one-time password for {userName}. The page says: {page.Text}");
        var list = await administrator.GetAsync("/administration");
        var row = list.Document.QuerySelectorAll("tr").First(tr => tr.QuerySelector("small")?.TextContent == userName);
        return (row.QuerySelector("a")!.GetAttribute("href")!, password);
    }

    private static async Task<PortalPage> SignInAsync(PortalBrowser browser, string userName, string password) =>
        await browser.SubmitAsync(await browser.GetAsync("/account/login?ReturnUrl=%2F"), fields: [("UserName", userName), ("Password", password)]);

    private Task<string> FirstAsync(string userName) => _portal.WithAsync<FirstAdministrator, string>(async first =>
    {
        using var console = new StringWriter();
        await first.RunAsync(userName, console);
        return Given().Match(console.ToString()).Value;
    });

    [GeneratedRegex("(?:[2-9a-z]{4}-){3}[2-9a-z]{4}")]
    private static partial Regex Given();
}
