using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Pana.Engine;
using Pana.Tests.Support;

namespace Pana.Benchmarks;

/// <summary>
/// START: a 30-activity flowchart with 2 KB of input runs five automatic steps to the first human task. STEP: a task
/// with ten answers is completed, three conditions are evaluated, the next task and its deadline stand. Each in turns
/// with L2 in the same minutes; the ratio is that of the medians, the lowest is that of a pair of rounds.
/// </summary>
internal static class StepBenchmark
{
    public static async Task<IReadOnlyList<BenchmarkResult>> RunAsync(BenchmarkDatabase database, BenchmarkOptions options)
    {
        var sample = await StartAsync(database);
        var start = await BareRows.ReadAsync(database, sample, 0);
        await AnswerAsync(database, TaskOf(start));
        var step = await BareRows.ReadAsync(database, sample, start.Journal[^1].Sequence);

        await using IBare bare = database.Source.Kind == DatabaseKind.Postgres
            ? new PostgresBare(database.Source.ConnectionString, start, step)
            : new SqliteBare(database.Source.ConnectionString, start, step);
        var engineClients = await CreateAsync(options.Clients, async () => new EngineClient { BookmarkId = await FirstTaskAsync(database) });
        var bareClients = await CreateAsync(options.Clients, async () =>
        {
            var client = new BareClient();
            await bare.StartAsync(client);
            return client;
        });

        return
        [
            await MeasureAsync("START", database, options, i => StartAsync(database), i => bare.StartAsync(new BareClient())),
            await MeasureAsync("STEP", database, options, async i => await engineClients[i].StepAsync(database), i => bare.StepAsync(bareClients[i])),
        ];
    }

    private static async Task<BenchmarkResult> MeasureAsync(
        string operation, BenchmarkDatabase database, BenchmarkOptions options, Func<int, Task> engine, Func<int, Task> bare)
    {
        await RoundAsync(options, engine, 2);
        await RoundAsync(options, bare, 2);
        var (engineRounds, bareRounds) = (new List<(double Rate, double Bytes)>(), new List<(double Rate, double Bytes)>());
        for (var round = 0; round < options.Rounds; round++)
        {
            if (round % 2 == 0)
            {
                engineRounds.Add(await RoundAsync(options, engine, options.Seconds));
                bareRounds.Add(await RoundAsync(options, bare, options.Seconds));
            }
            else
            {
                bareRounds.Add(await RoundAsync(options, bare, options.Seconds));
                engineRounds.Add(await RoundAsync(options, engine, options.Seconds));
            }
        }

        var (trips, commits) = await TrafficAsync(database, operation);
        var (mine, theirs) = (Median(engineRounds.Select(r => r.Rate)), Median(bareRounds.Select(r => r.Rate)));
        return new BenchmarkResult(
            operation,
            database.Source.Kind.ToString(),
            mine,
            theirs,
            mine / theirs,
            engineRounds.Zip(bareRounds, (e, b) => e.Rate / b.Rate).Min(),
            trips,
            commits,
            Median(engineRounds.Select(r => r.Bytes)),
            Median(bareRounds.Select(r => r.Bytes)));
    }

    private static async Task<(double Rate, double Bytes)> RoundAsync(BenchmarkOptions options, Func<int, Task> act, double seconds)
    {
        var (done, allocated, clock) = (0, GC.GetTotalAllocatedBytes(), Stopwatch.StartNew());
        await Task.WhenAll(Enumerable.Range(0, options.Clients).Select(i => Task.Run(async () =>
        {
            while (clock.Elapsed.TotalSeconds < seconds)
            {
                await act(i);
                Interlocked.Increment(ref done);
            }
        })));
        return (done / clock.Elapsed.TotalSeconds, (double)(GC.GetTotalAllocatedBytes() - allocated) / done);
    }

    /// <summary>Counted on the wire, one client, through a proxy; SQLite has no wire and one commit by construction.</summary>
    private static async Task<(double RoundTrips, double Commits)> TrafficAsync(BenchmarkDatabase database, string operation)
    {
        if (database.Source.Kind == DatabaseKind.Sqlite)
        {
            return (0, 1);
        }

        var server = new NpgsqlConnectionStringBuilder(database.Source.ConnectionString);
        await using var traffic = new PostgresTraffic(server.Host!, server.Port);
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddWorkflowEngine(o =>
        {
            o.UsePostgres(new NpgsqlConnectionStringBuilder(server.ConnectionString) { Host = "127.0.0.1", Port = traffic.Port, MinPoolSize = 0 }.ConnectionString);
            o.AddActivitiesFrom(typeof(StepBenchmark).Assembly);
            o.RunsInBackground = false;
        });
        services.AddScoped<WorkflowDb>(s => BenchmarkDb.On(s.GetRequiredService<DbSession>()));
        await using var provider = services.BuildServiceProvider();
        var counted = database.Over(provider);
        var client = new EngineClient { BookmarkId = await FirstTaskAsync(counted) };
        Func<Task> act = operation == "START" ? () => StartAsync(counted) : () => client.StepAsync(counted);
        for (var i = 0; i < 5; i++)
        {
            await act();
        }

        traffic.Reset();
        for (var i = 0; i < 50; i++)
        {
            await act();
        }

        return (traffic.RoundTrips / 50d, traffic.Commits / 50d);
    }

    private static Task<string> StartAsync(BenchmarkDatabase database) => database.InScopeAsync(async s =>
        (await s.GetRequiredService<WorkflowRuntime>().StartAsync(new StartWorkflow(StepDefinition.Id) { CorrelationId = "case-1", Name = "PN-4F7K-92", Input = StepDefinition.Input })).InstanceId);

    private static Task<WorkflowRunResult> AnswerAsync(BenchmarkDatabase database, string bookmarkId) => database.InScopeAsync(s =>
        s.GetRequiredService<WorkflowRuntime>().ResumeAsync(new ResumeBookmark(bookmarkId) { Input = StepDefinition.Answer }));

    private static async Task<string> FirstTaskAsync(BenchmarkDatabase database) =>
        TaskOf(await BareRows.ReadAsync(database, await StartAsync(database), long.MaxValue - 1));

    private static string TaskOf(BareRows rows) => rows.Bookmarks.Single(b => b.DueAt is null).Id;

    private static async Task<T[]> CreateAsync<T>(int count, Func<Task<T>> create)
    {
        var all = new T[count];
        for (var i = 0; i < count; i++)
        {
            all[i] = await create();
        }

        return all;
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }

    /// <summary>A person at one instance: the task that stands after each answer is remembered by the activity.</summary>
    private sealed class EngineClient
    {
        public required string BookmarkId { get; set; }

        public async Task StepAsync(BenchmarkDatabase database)
        {
            HumanTask.Created.Value = new HumanTask.Slot();
            var slot = HumanTask.Created.Value;
            await AnswerAsync(database, BookmarkId);
            BookmarkId = slot.BookmarkId ?? throw new InvalidOperationException("No task stands after the step: the run is void.");
        }
    }
}
