using System.Collections.Concurrent;
using System.Diagnostics;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Pana.Cases;
using Pana.Engine;
using Pana.Portal.Start;
using Pana.Tests.Support;
using CaseTask = Pana.Cases.UserTask;

namespace Pana.Benchmarks;

/// <summary>
/// START and STEP with all that a case carries, in the services of the real host, without HTTP. START registers an
/// application: sealed values, search entries, clocks, audit, the admission workflow up to its first task. STEP answers
/// the first task: form checked and sealed, a paper made, clocks moved, audit written, the workflow run to its next task.
/// </summary>
internal sealed class CaseworkBenchmark(DatabaseKind kind, string connectionString, BenchmarkOptions options)
{
    private const int Counted = 20;

    private static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(5));
    private static readonly FamilyPlan Single = new(0, false);

    private readonly string _masterKey = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    public async Task<IReadOnlyList<CaseworkResult>> RunAsync()
    {
        await using var portal = await BenchPortal.StartAsync(kind, connectionString, _masterKey, Start, background: false);
        var mill = await MillAsync(portal);
        await MeasureAsync("warm", Endless(() => mill.ArriveAsync(Single)));
        var start = await MeasureAsync("START", Endless(() => mill.ArriveAsync(Single)));
        var tasks = new ConcurrentQueue<CaseTask>(await FirstTasksAsync(portal));
        await MeasureAsync("warm", Each(tasks, mill, atMost: options.Clients * 4));
        var step = await MeasureAsync("STEP", Each(tasks, mill));
        var (startCost, stepCost) = await CountAsync();
        return [start with { Statements = startCost.Statements, RoundTrips = startCost.RoundTrips }, step with { Statements = stepCost.Statements, RoundTrips = stepCost.RoundTrips }];
    }

    private static async Task<CaseMill> MillAsync(BenchPortal portal)
    {
        var people = new Dictionary<Role, Actor>();
        foreach (var account in DemoAccounts.All)
        {
            people[account.Role] = await portal.ActorAsync(account.UserName);
        }

        return new CaseMill(portal, people);
    }

    private static Task<List<CaseTask>> FirstTasksAsync(BenchPortal portal) => portal.AsAsync(Actor.System, services => services.GetRequiredService<CaseDb>()
        .UserTasks.AsNoTracking().Where(task => task.State == UserTaskState.Open).OrderBy(task => task.CreatedAt).ToListAsync());

    private static Func<Task<bool>> Endless(Func<Task> act) => async () =>
    {
        await act();
        return true;
    };

    // One at a time, until none is left.
    private static Func<Task<bool>> Each(ConcurrentQueue<CaseTask> tasks, CaseMill mill, int atMost = int.MaxValue)
    {
        var taken = 0;
        return async () =>
        {
            if (Interlocked.Increment(ref taken) > atMost || !tasks.TryDequeue(out var task))
            {
                return false;
            }

            await mill.AnswerAsync(task, Single);
            return true;
        };
    }

    private async Task<CaseworkResult> MeasureAsync(string operation, Func<Task<bool>> act)
    {
        var times = new ConcurrentQueue<double>();
        var (clock, allocated, cpu) = (Stopwatch.StartNew(), GC.GetTotalAllocatedBytes(), Environment.CpuUsage.TotalTime);
        await Task.WhenAll(Enumerable.Range(0, options.Clients).Select(_ => Task.Run(async () =>
        {
            for (var began = Stopwatch.GetTimestamp(); clock.Elapsed.TotalSeconds < options.Seconds && await act(); began = Stopwatch.GetTimestamp())
            {
                times.Enqueue(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            }
        })));
        return new CaseworkResult(
            operation,
            kind.ToString(),
            PageTimes.Of([.. times.Order()], clock.Elapsed, Environment.CpuUsage.TotalTime - cpu),
            (double)(GC.GetTotalAllocatedBytes() - allocated) / times.Count);
    }

    private async Task<((double Statements, double? RoundTrips) Start, (double Statements, double? RoundTrips) Step)> CountAsync()
    {
        var server = kind == DatabaseKind.Postgres ? new NpgsqlConnectionStringBuilder(connectionString) : null;
        await using var traffic = server is null ? null : new PostgresTraffic(server.Host!, server.Port);
        if (server is not null)
        {
            (server.Host, server.Port) = ("127.0.0.1", traffic!.Port);
        }

        await using var portal = await BenchPortal.StartAsync(kind, server?.ConnectionString ?? connectionString, _masterKey, Start, background: false);
        using var statements = new StatementCount(connectionString);
        var mill = await MillAsync(portal);
        var start = await CountAsync(statements, traffic, _ => mill.ArriveAsync(Single));
        var tasks = (await FirstTasksAsync(portal)).TakeLast(Counted + 2).ToList();
        var step = await CountAsync(statements, traffic, n => mill.AnswerAsync(tasks[n], Single));
        return (start, step);
    }

    private static async Task<(double Statements, double? RoundTrips)> CountAsync(StatementCount statements, PostgresTraffic? traffic, Func<int, Task> act)
    {
        await act(Counted);
        await act(Counted + 1);
        statements.Take();
        traffic?.Reset();
        for (var n = 0; n < Counted; n++)
        {
            await act(n);
        }

        return (statements.Take().Count / (double)Counted, traffic?.RoundTrips / (double)Counted);
    }
}
