using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Npgsql;
using Pana.Engine;
using Pana.Tests.Support;
using Xunit;
using static Pana.Tests.Engine.Store.RuntimeOnDatabase;

namespace Pana.Tests.Engine.Store;

/// <summary>Two bursts that lock two rows crosswise: PostgreSQL kills one, which then runs again. SQLite has one writer and no deadlock.</summary>
public sealed class DeadlockTests(PostgresTestDatabase database) : IClassFixture<PostgresTestDatabase>
{
    [Fact]
    public async Task The_burst_that_PostgreSQL_kills_runs_again_and_both_arrive()
    {
        database.Require();
        await EngineDb.CreateTablesAsync(database);
        await using (var source = NpgsqlDataSource.Create(database.ConnectionString))
        {
            await using var create = source.CreateCommand("CREATE TABLE touched (id text PRIMARY KEY, times int NOT NULL); INSERT INTO touched VALUES ('a', 0), ('b', 0)");
            await create.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        var meeting = new Meeting();
        await using var engine = new RuntimeOnDatabase(
            database.Kind, database.ConnectionString, new FakeTimeProvider(DateTimeOffset.UnixEpoch.AddYears(56)), s => s.AddSingleton(meeting));
        await engine.PublishAsync("forth", Step("touch", "Test.TouchesBoth", ("first", "Literal", "a"), ("second", "Literal", "b")));
        await engine.PublishAsync("back", Step("touch", "Test.TouchesBoth", ("first", "Literal", "b"), ("second", "Literal", "a")));

        var instances = await Task.WhenAll(engine.StartAsync("forth"), engine.StartAsync("back"));

        // Each met once, and the killed one again; a third time when it was back before the other had woken.
        Assert.True(meeting.Came >= 3, $"Came {meeting.Came} times.");
        Assert.Equal((2, 2), (await TimesAsync("a"), await TimesAsync("b")));
        Assert.Equal(2, await engine.CountAsync(db => db.WorkflowInstances.Where(i => instances.Contains(i.Id) && i.FinishedAt != null)));
        Assert.Equal(2, await engine.CountAsync(db => db.Journal.Where(j => j.ActivityId == "touch" && j.EventName == "Completed")));
        Assert.Equal(0, await engine.CountAsync(db => db.Incidents));
    }

    private async Task<int> TimesAsync(string id)
    {
        await using var source = NpgsqlDataSource.Create(database.ConnectionString);
        await using var command = source.CreateCommand($"SELECT times FROM touched WHERE id = '{id}'");
        return (int)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }
}
