using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pana.Activities;
using Pana.Cases;
using Pana.Engine;
using Pana.Portal.Start;
using Pana.Tests.Support;
using Pana.Tests.Workflows;
using Xunit;

namespace Pana.Tests.Host.Crash;

/// <summary>The portal is killed at random moments while people answer 500 tasks, and started again: nothing is lost, nothing doubled, no case stuck.</summary>
public abstract class CrashTests(TestDatabase database)
{
    private const int Cases = 200;
    private const int Kills = 5;
    private const int Clients = 4;
    private static readonly Actor Social = new(Guid.CreateVersion7(), "Динара", new HashSet<Role> { Role.SocialWorkSpecialist }, DemoAccounts.OrganisationId, null);

    [Fact]
    public async Task A_portal_killed_at_random_moments_loses_and_doubles_nothing()
    {
        database.Require();
        var seed = Random.Shared.Next();
        TestContext.Current.TestOutputHelper?.WriteLine($"Seed of the kills: {seed}");
        var masterKey = Convert.ToBase64String(System.Security.Cryptography.RandomNumberGenerator.GetBytes(32));
        var now = TimeProvider.System.GetUtcNow();
        await SeedAsync(masterKey, now.AddMinutes(-30));
        using var world = new ServiceWorld(database);
        var ledger = new AnswerLedger((await LookAsync(world)).Select(line => line.TaskId));
        await using var host = new HostProcess(database, masterKey);
        await host.StartAsync();

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var clients = Enumerable.Range(0, Clients).Select(_ => Task.Run(() => RunAsync(host, ledger, now.AddMinutes(-10), stop.Token))).ToList();
        try
        {
            await KillAsync(host, world, ledger, clients, new Random(seed));
        }
        catch
        {
            await stop.CancelAsync();
            throw;
        }

        await Task.WhenAll(clients);
        await host.KillAsync();

        var lines = await LookAsync(world);
        TestContext.Current.TestOutputHelper?.WriteLine($"Acknowledged {ledger.Taken.Count}, found done {ledger.FoundDone.Count}, sent again {ledger.Repeated}.");
        Assert.Equal(Cases, ledger.Settled);
        Assert.Equal(Cases, lines.Count);
        Assert.All(lines, line => Assert.True(line.IsWhollyDone, $"Seed {seed}: {line}"));
        Assert.Empty(await ReadAsync(world, db => db.Incidents.Select(incident => incident.Message).ToListAsync()));
    }

    // A kill at a random act of the clients, in the middle of the requests of the others; what is on the disk is looked at while the portal is dead.
    private static async Task KillAsync(HostProcess host, ServiceWorld world, AnswerLedger ledger, List<Task> clients, Random random)
    {
        // Each answer is at least two acts: it is sent, and it is settled.
        const int Acts = 2 * Cases;
        for (var kill = 0; kill < Kills; kill++)
        {
            var moment = ledger.MomentAsync((Acts * kill / (Kills + 1)) + random.Next(10, Acts / (Kills + 1)));
            var first = await Task.WhenAny([moment, .. clients]);
            if (first != moment)
            {
                await first;
                Assert.Fail($"A client ended after {ledger.Settled} of {Cases} answers.");
            }

            await host.KillAsync();
            var confirmed = ledger.Taken.ToHashSet();
            foreach (var line in await LookAsync(world))
            {
                Assert.True(line.IsWhollyDone || (line.IsUntouched && !confirmed.Contains(line.TaskId)), $"After kill {kill + 1}, confirmed {confirmed.Contains(line.TaskId)}: {line}");
            }

            await host.StartAsync();
        }
    }

    private static async Task RunAsync(HostProcess host, AnswerLedger ledger, DateTimeOffset interviewedAt, CancellationToken ct)
    {
        using var client = new AnsweringClient(host, ledger, interviewedAt);
        await client.WorkAsync(ct);
    }

    private async Task SeedAsync(string masterKey, DateTimeOffset appliedAt)
    {
        await using var portal = await TestPortal.StartAsync(database, appliedAt, null, $"Pana:MasterKey={masterKey}");
        for (var batch = 0; batch < 10; batch++)
        {
            await using var scope = portal.Services.CreateAsyncScope();
            var services = scope.ServiceProvider;
            services.GetRequiredService<CurrentActor>().Value = Social;
            await services.GetRequiredService<DbSession>().InTransactionAsync(async ct =>
            {
                List<Case> opened = [];
                for (var n = 0; n < Cases / 10; n++)
                {
                    opened.AddRange(await services.GetRequiredService<Pana.Cases.Intake>().OpenAsync(Some.Application(), ct));
                }

                await services.GetRequiredService<AdmissionStarter>().StartAsync(opened, ct);
                return opened.Count;
            });
        }
    }

    // One statement, hence one moment of the database.
    private static Task<List<CaseLine>> LookAsync(ServiceWorld world) => ReadAsync(world, db => db.UserTasks
        .Where(task => task.FormId == "identification-interview")
        .Select(task => new CaseLine(
            task.Id,
            task.State,
            db.Bookmarks.Count(wait => wait.Id == task.BookmarkId),
            db.SealedAnswers.Count(answers => answers.TaskId == task.Id),
            db.AuditEntries.Count(entry => entry.CaseId == task.CaseId && entry.Action == "task.completed"),
            db.CaseEvents.Count(happened => happened.CaseId == task.CaseId && happened.Name == "identification.started"),
            db.UserTasks.Count(next => next.CaseId == task.CaseId && next.FormId == "assessment-sheet"),
            db.UserTasks.Count(next => next.CaseId == task.CaseId && next.FormId == "assessment-sheet" && next.State == UserTaskState.Open && db.Bookmarks.Any(wait => wait.Id == next.BookmarkId))))
        .ToListAsync());

    private static async Task<T> ReadAsync<T>(ServiceWorld world, Func<CaseDb, Task<T>> read)
    {
        await using var scope = world.Services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<CaseDb>());
    }

    /// <summary>Everything that one answer leaves behind.</summary>
    private sealed record CaseLine(Guid TaskId, UserTaskState State, int Waits, int Answers, int Audits, int Events, int NextTasks, int NextOpenWithWait)
    {
        public bool IsWhollyDone => this is { State: UserTaskState.Completed, Waits: 0, Answers: 1, Audits: 1, Events: 1, NextTasks: 1, NextOpenWithWait: 1 };

        public bool IsUntouched => this is { State: UserTaskState.Open, Waits: 1, Answers: 0, Audits: 0, Events: 0, NextTasks: 0, NextOpenWithWait: 0 };
    }
}

public sealed class SqliteCrashTests(SqliteTestDatabase database) : CrashTests(database), IClassFixture<SqliteTestDatabase>;

public sealed class PostgresCrashTests(PostgresTestDatabase database) : CrashTests(database), IClassFixture<PostgresTestDatabase>;
