using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pana.Activities;
using Pana.Cases;
using Pana.Engine;
using Pana.Portal.Start;
using Pana.Tests.Support;
using Xunit;

namespace Pana.Tests.Host.Pages;

public sealed class SqlitePageCostTests(SqliteTestDatabase database) : PageCostTests(database), IClassFixture<SqliteTestDatabase>;

public sealed class PostgresPageCostTests(PostgresTestDatabase database) : PageCostTests(database), IClassFixture<PostgresTestDatabase>;

/// <summary>How many queries a page asks: few, and as many with a full house as with one family.</summary>
public abstract class PageCostTests(TestDatabase database)
{
    private static readonly Actor Social = new(Guid.CreateVersion7(), "Динара", new HashSet<Role> { Role.SocialWorkSpecialist }, DemoAccounts.OrganisationId, null);

    [Fact]
    public async Task A_page_asks_few_queries_and_no_more_when_there_are_more_cases()
    {
        await using var portal = await TestPortal.StartAsync(database);
        using var statements = new StatementCount(database.ConnectionString);
        await OpenFamiliesAsync(portal, 1);
        var (task, code) = await SomeAsync(portal);
        using var social = await portal.SignInAsync("social");
        using var psychologist = await portal.SignInAsync("psychologist");
        (PortalBrowser Who, string Path, int Most)[] pages =
        [
            (social, "/tasks", 4), (social, "/tasks?scope=mine", 4), (social, $"/tasks?done={task}", 5), (psychologist, "/tasks", 4),
            (social, $"/tasks/{task}", 14), (psychologist, $"/tasks/{task}", 14), (social, $"/cases/{code}", 16), (social, "/cases", 4),
        ];

        var few = new List<int>();
        foreach (var page in pages)
        {
            few.Add(await CountAsync(statements, page.Who, page.Path));
        }

        await OpenFamiliesAsync(portal, 20);
        foreach (var (page, before) in pages.Zip(few))
        {
            var now = await CountAsync(statements, page.Who, page.Path);
            Assert.True(before <= page.Most, $"Expected at most {page.Most} queries for {page.Path}, got {before}.");
            Assert.True(now <= before, $"Expected {before} queries for {page.Path} with 21 families as with one, got {now}.");
        }
    }

    // The least of some loads: the first reads what is remembered afterwards, and once in three seconds the account is looked at.
    private static async Task<int> CountAsync(StatementCount statements, PortalBrowser who, string path)
    {
        var least = int.MaxValue;
        for (var load = 0; load < 4; load++)
        {
            statements.Take();
            var page = await who.GetAsync(path);
            Assert.Equal(System.Net.HttpStatusCode.OK, page.Status);
            least = Math.Min(least, statements.Take().Count);
        }

        Assert.NotEqual(0, least);
        return least;
    }

    private static async Task OpenFamiliesAsync(TestPortal portal, int families)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        services.GetRequiredService<CurrentActor>().Value = Social;
        await services.GetRequiredService<DbSession>().InTransactionAsync(async ct =>
        {
            for (var n = 0; n < families; n++)
            {
                var child = new NewChild(new Dictionary<string, string> { ["person.firstName"] = "Алдияр", ["person.birthDate"] = "2020-01-02" });
                await services.GetRequiredService<AdmissionStarter>().StartAsync(
                    await services.GetRequiredService<Pana.Cases.Intake>().OpenAsync(Some.Application() with { Children = [child, child] }, ct), ct);
            }
        });
    }

    private static Task<(Guid Task, string Code)> SomeAsync(TestPortal portal) => portal.WithAsync<CaseDb, (Guid, string)>(async db => (
        await db.UserTasks.Where(task => task.FormId == "identification-interview").OrderBy(task => task.Id).Select(task => task.Id).FirstAsync(),
        await db.Cases.Where(file => !file.IsChild).Select(file => file.Code).SingleAsync()));
}
