using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpenIddict.EntityFrameworkCore.Models;
using Pana.Portal.SignIn.Accounts;
using Pana.Portal.SignIn.Issuer;
using Pana.Tests.Support;
using Xunit;

namespace Pana.Tests.Host;

public sealed class SqliteTokenPrunerTests(SqliteTestDatabase database) : TokenPrunerTests(database), IClassFixture<SqliteTestDatabase>;

public sealed class PostgresTokenPrunerTests(PostgresTestDatabase database) : TokenPrunerTests(database), IClassFixture<PostgresTestDatabase>;

/// <summary>Sign-ins leave rows behind, and not for ever.</summary>
public abstract class TokenPrunerTests(TestDatabase database)
{
    [Fact]
    public async Task Tokens_go_when_they_are_over_and_old_and_not_before()
    {
        // Whether a token is over the store asks the machine's clock; how old it is, ours: so this happened sixty days ago.
        await using var portal = await TestPortal.StartAsync(database, TimeProvider.System.GetUtcNow().AddDays(-60), null, "Pana:SignIn:KeepTokens=14.00:00:00");
        using var first = await portal.SignInAsync("head");
        var pruner = portal.Services.GetRequiredService<TokenPruner>();
        var made = await CountAsync(portal);
        Assert.NotEqual((0, 0), made);

        portal.Time.Advance(TimeSpan.FromDays(13));
        using var second = await portal.SignInAsync("head");
        var both = await CountAsync(portal);
        Assert.Equal(0, await pruner.PruneAsync(TestContext.Current.CancellationToken));
        Assert.Equal(both, await CountAsync(portal));

        portal.Time.Advance(TimeSpan.FromDays(2));
        await pruner.PruneAsync(TestContext.Current.CancellationToken);
        Assert.Equal((both.Tokens - made.Tokens, both.Authorizations - made.Authorizations), await CountAsync(portal));

        portal.Time.Advance(TimeSpan.FromDays(15));
        await pruner.PruneAsync(TestContext.Current.CancellationToken);
        Assert.Equal((0, 0), await CountAsync(portal));
    }

    [Fact]
    public async Task The_portal_prunes_by_itself()
    {
        await using var portal = await TestPortal.StartAsync(database);

        Assert.Contains(portal.Services.GetServices<IHostedService>(), service => service is TokenPruner);
    }

    private static Task<(int Tokens, int Authorizations)> CountAsync(TestPortal portal) => portal.WithAsync<IdentityDb, (int, int)>(async db => (
        await db.Set<OpenIddictEntityFrameworkCoreToken>().CountAsync(), await db.Set<OpenIddictEntityFrameworkCoreAuthorization>().CountAsync()));
}
