using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using MimeKit;
using Pana.Cases;
using Pana.Engine;
using Pana.Portal.SignIn.Accounts;
using Pana.Tests.Host.Pages;
using Pana.Tests.Support;
using Xunit;

namespace Pana.Tests.Host.Notices;

public sealed class SqliteNoticeTests(SqliteTestDatabase database) : NoticeTests(database), IClassFixture<SqliteTestDatabase>;

public sealed class PostgresNoticeTests(PostgresTestDatabase database) : NoticeTests(database), IClassFixture<PostgresTestDatabase>;

/// <summary>From the step of a workflow to a letter at a mail server, and what happens without one.</summary>
public abstract class NoticeTests(TestDatabase database)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_officer_gets_one_neutral_letter_in_the_language_chosen()
    {
        await using var server = new SmtpListener();
        await using var portal = await StartAsync(server);
        await SetAddressAsync(portal, "authority", "officer@authority.example", "ru");
        await SetAddressAsync(portal, "police", "officer@police.example", "kk");
        using var social = await portal.SignInAsync("social");

        var code = await Applicant.ApplyAsync(social);
        var letters = new[] { await server.NextAsync(Ct), await server.NextAsync(Ct), await server.NextAsync(Ct), await server.NextAsync(Ct) };
        await portal.Services.GetRequiredService<OutboxDispatcher>().DispatchDueAsync(Ct);

        // The mother's case and the child's: each invites both.
        Assert.False(server.HasMore);
        Assert.Equal(4, letters.Select(l => l.MessageId).Distinct().Count());
        var toAuthority = letters.Single(l => Receiver(l) == "officer@authority.example" && Text(l).Contains(code, StringComparison.Ordinal));
        Assert.Equal("Новая задача", toAuthority.Subject);
        Assert.Equal($"В портале для вас есть задача. Код: {code}.", Text(toAuthority));
        Assert.Equal("board@example.kz", Assert.Single(toAuthority.From.Mailboxes).Address);
        var toPolice = letters.Single(l => Receiver(l) == "officer@police.example" && Text(l).Contains(code, StringComparison.Ordinal));
        Assert.Equal("Жаңа тапсырма", toPolice.Subject);
        Assert.Equal($"Порталда сізге тапсырма бар. Код: {code}.", Text(toPolice));
    }

    [Fact]
    public async Task Nothing_in_a_letter_or_on_its_way_names_the_person_or_the_organisation()
    {
        await using var server = new SmtpListener();
        await using var portal = await StartAsync(server);
        await SetAddressAsync(portal, "authority", "officer@authority.example", "en");
        using var social = await portal.SignInAsync("social");

        await Applicant.ApplyAsync(social);
        var letter = await server.NextAsync(Ct);

        foreach (var word in Applicant.Canaries.Concat(["Қамқор", "Qamqor", "shelter", "crisis", "violence", "identification", Environment.MachineName]))
        {
            Assert.DoesNotContain(server.Said, line => line.Contains(word, StringComparison.OrdinalIgnoreCase));
            Assert.DoesNotContain(word, letter.ToString() + Text(letter) + letter.Subject, StringComparison.OrdinalIgnoreCase);
        }

        Assert.DoesNotContain(portal.Log.Lines, line => line.Contains("officer@", StringComparison.Ordinal));
        await portal.WithAsync<CaseDb, int>(async db =>
        {
            Assert.DoesNotContain(await db.Outbox.Select(o => o.Body).ToListAsync(), body => body.Contains('@', StringComparison.Ordinal));
            return 0;
        });
    }

    [Fact]
    public async Task A_refused_letter_comes_again_under_the_same_id_and_only_once()
    {
        await using var server = new SmtpListener();
        await using var portal = await StartAsync(server);
        await SetAddressAsync(portal, "authority", "officer@authority.example", "kk");
        var account = await portal.WithAsync<AccountManager, Account>(async accounts => (await accounts.FindByNameAsync("authority"))!);
        var dispatcher = portal.Services.GetRequiredService<OutboxDispatcher>();
        server.RefuseNext(2);
        var key = Guid.NewGuid().ToString("N");
        await portal.WithAsync<Outbox, string>(outbox => outbox.AddAsync("mail", $$"""{"account":"{{account.Id}}","case":"PN-0000-00"}""", key: key, ct: Ct));

        for (var attempt = 0; attempt < 4; attempt++)
        {
            await dispatcher.DispatchDueAsync(Ct);
            portal.Time.Advance(TimeSpan.FromMinutes(10));
        }

        var letter = await server.NextAsync(Ct);
        Assert.False(server.HasMore);
        Assert.Equal(3, server.Said.Count(line => line.StartsWith("Message-Id:", StringComparison.OrdinalIgnoreCase) && line.Contains(letter.MessageId!, StringComparison.Ordinal)));
        Assert.Equal(3, (await MessageAsync(portal, $"mail:{key}")).Attempts);
    }

    [Fact]
    public async Task A_server_that_offers_no_TLS_is_told_nothing()
    {
        await using var server = new SmtpListener();
        await using var portal = await StartAsync(server, "Pana:Mail:Security=StartTls");
        await SetAddressAsync(portal, "authority", "officer@authority.example", "kk");
        var account = await portal.WithAsync<AccountManager, Account>(async accounts => (await accounts.FindByNameAsync("authority"))!);
        var key = Guid.NewGuid().ToString("N");
        await portal.WithAsync<Outbox, string>(outbox => outbox.AddAsync("mail", $$"""{"account":"{{account.Id}}","case":"PN-0000-00"}""", key: key, ct: Ct));

        await portal.Services.GetRequiredService<OutboxDispatcher>().DispatchDueAsync(Ct);

        Assert.DoesNotContain(server.Said, line => line.StartsWith("MAIL", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Without_a_mail_server_notices_wait_and_the_administrator_sees_how_many()
    {
        await using var portal = await StartAsync(null);
        using var social = await portal.SignInAsync("social");

        await Applicant.ApplyAsync(social);
        portal.Time.Advance(TimeSpan.FromDays(1));
        await portal.Services.GetRequiredService<OutboxDispatcher>().DispatchDueAsync(Ct);

        using var administrator = await portal.SignInAsync("administrator");
        var page = await administrator.GetAsync("/installation");
        Assert.Equal(["Хабарлама", "4"], page.Document.QuerySelectorAll("main dl.facts > *").Select(e => e.TextContent));
        Assert.Contains("Pana:Mail:Host", page.Text, StringComparison.Ordinal);
        var health = await portal.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync(Ct);
        Assert.Equal(HealthStatus.Degraded, health.Entries["outbox"].Status);
        Assert.Equal(4L, health.Entries["outbox"].Data["notice"]);
        await portal.WithAsync<CaseDb, int>(async db =>
        {
            Assert.Equal(0, await db.Incidents.CountAsync(i => i.ActivityType!.StartsWith("outbox:"), Ct));
            return 0;
        });
    }

    [Fact]
    public async Task A_message_that_was_given_up_is_sent_again_from_the_administrators_page()
    {
        await using var server = new SmtpListener();
        await using var portal = await StartAsync(server);
        await SetAddressAsync(portal, "authority", "officer@authority.example", "kk");
        var account = await portal.WithAsync<AccountManager, Account>(async accounts => (await accounts.FindByNameAsync("authority"))!);
        var id = $"mail:{Guid.NewGuid():N}";
        await portal.WithAsync<CaseDb, int>(async db =>
        {
            db.Outbox.Add(new OutboxRow { Id = id, Kind = "mail", Body = $$"""{"account":"{{account.Id}}","case":"PN-0000-00"}""", CreatedAt = portal.Time.GetUtcNow(), Attempts = 8, LastError = "System.TimeoutException" });
            return await db.SaveChangesAsync(Ct);
        });
        using var administrator = await portal.SignInAsync("administrator");

        var after = await administrator.SubmitAsync(await administrator.GetAsync("/installation"), "Қайта жіберу", "main table form");

        Assert.Equal("/installation", after.Url.AbsolutePath);
        Assert.Contains("PN-0000-00", Text(await server.NextAsync(Ct)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_says_on_the_account_page_where_letters_go_and_a_wrong_address_is_named()
    {
        await using var portal = await StartAsync(null);
        using var browser = await portal.SignInAsync("nurse");

        var wrong = await browser.SubmitAsync(await browser.GetAsync("/account/notices"), "Сақтау", "main form", ("mail", "not an address"), ("language", "ru"));
        var right = await browser.SubmitAsync(wrong, "Сақтау", "main form", ("mail", "gulnar@office.example"), ("language", "ru"));

        Assert.Contains("Мысалы: aty@mekeme.kz", wrong.Text, StringComparison.Ordinal);
        Assert.Contains("Сақталды.", right.Text, StringComparison.Ordinal);
        var account = await portal.WithAsync<AccountManager, Account>(async accounts => (await accounts.FindByNameAsync("nurse"))!);
        Assert.Equal(("gulnar@office.example", "ru"), (account.Email, account.Language));
        Assert.Equal(System.Net.HttpStatusCode.OK, (await browser.GetAsync("/tasks")).Status);
    }

    private async Task<TestPortal> StartAsync(SmtpListener? server, params string[] more)
    {
        await EmptyOutboxAsync();
        return await TestPortal.StartAsync(
            database,
            settings: server is null ? [] : ["Pana:Mail:Host=127.0.0.1", $"Pana:Mail:Port={server.Port}", "Pana:Mail:From=board@example.kz", .. more.Length > 0 ? more : ["Pana:Mail:Security=None"]]);
    }

    /// <summary>What another test of the class has left to be sent is not this one's.</summary>
    private async Task EmptyOutboxAsync()
    {
        database.Require();
        await using var session = database.NewSession();
        await using var db = EngineDb.On(session);
        if (await db.GetService<IRelationalDatabaseCreator>().HasTablesAsync(Ct))
        {
            await db.Outbox.ExecuteDeleteAsync(Ct);
        }
    }

    private static Task<int> SetAddressAsync(TestPortal portal, string userName, string address, string language) => portal.WithAsync<IdentityDb, int>(async db =>
    {
        await db.Users.ExecuteUpdateAsync(row => row.SetProperty(a => a.Email, a => a.UserName == userName || a.Email!.StartsWith("officer@") ? a.Email : null), Ct);
        return await db.Users.Where(a => a.UserName == userName)
            .ExecuteUpdateAsync(row => row.SetProperty(a => a.Email, address).SetProperty(a => a.Language, language), Ct);
    });

    private static Task<OutboxRow> MessageAsync(TestPortal portal, string id) => portal.WithAsync<CaseDb, OutboxRow>(db => db.Outbox.AsNoTracking().SingleAsync(o => o.Id == id, Ct));

    private static string Receiver(MimeMessage letter) => letter.To.Mailboxes.Single().Address;

    private static string Text(MimeMessage letter) => letter.TextBody!.Trim();
}
