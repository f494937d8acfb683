using Microsoft.Extensions.Time.Testing;
using Npgsql;
using Pana.Engine;
using Pana.Tests.Support;
using Xunit;
using static Pana.Tests.Engine.Store.RuntimeOnDatabase;

namespace Pana.Tests.Engine.Store;

/// <summary>Counted on the wire by a proxy, so that nothing the driver adds is missed.</summary>
public sealed class RoundTripTests(PostgresTestDatabase database) : IClassFixture<PostgresTestDatabase>
{
    [Fact]
    public async Task A_start_and_a_step_take_two_round_trips_and_one_commit_each()
    {
        database.Require();
        await EngineDb.CreateTablesAsync(database);
        var server = new NpgsqlConnectionStringBuilder(database.ConnectionString);
        await using var traffic = new PostgresTraffic(server.Host!, server.Port);
        (server.Host, server.Port, server.MaxPoolSize) = ("127.0.0.1", traffic.Port, 1);
        await using var engine = new RuntimeOnDatabase(DatabaseKind.Postgres, server.ConnectionString, new FakeTimeProvider(DateTimeOffset.UnixEpoch));
        await engine.PublishAsync(
            "chain", [.. Enumerable.Range(0, 30).Select(i => Step($"task{i}", "Elsa.RunTask", ("taskName", "Literal", $"{i}")))]);
        var instance = "";
        for (var warm = 0; warm < 10; warm++)
        {
            instance = await engine.StartAsync("chain");
            await engine.ResumeAsync(await engine.WaitOfAsync(instance));
        }

        var start = await CountAsync(traffic, () => engine.StartAsync("chain"));
        var wait = await engine.WaitOfAsync(instance);
        var step = await CountAsync(traffic, () => engine.ResumeAsync(wait));

        Assert.Equal((2, 1), start);
        Assert.Equal((2, 1), step);
    }

    private static async Task<(int RoundTrips, int Commits)> CountAsync(PostgresTraffic traffic, Func<Task> act)
    {
        traffic.Reset();
        await act();
        return (traffic.RoundTrips, traffic.Commits);
    }
}
