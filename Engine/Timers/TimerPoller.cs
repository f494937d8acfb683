using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Pana.Engine;

/// <summary>
/// Fires what is due. A waiting timer is a row and costs nothing; a node takes a batch of due ones for a minute, and
/// consuming the bookmark in the burst's own transaction is what makes each fire once, whoever took it, also after an
/// outage of any length.
/// </summary>
public sealed class TimerPoller(IServiceScopeFactory scopes, TimeProvider time, ILogger<TimerPoller> logger) : BackgroundService
{
    private const int Batch = 100;

    /// <summary>How often the database is asked. Default one second.</summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How many instances are resumed at once on PostgreSQL; SQLite has one writer.</summary>
    public int Parallelism { get; init; } = 4;

    /// <summary>Fires everything that is due now and returns how many timers and starts fired.</summary>
    public async Task<int> FireDueAsync(CancellationToken ct = default)
    {
        var fired = await FireStartsAsync(ct).ConfigureAwait(false);
        while (!ct.IsCancellationRequested)
        {
            var due = await InScopeAsync(s => s.ClaimDueTimersAsync(time.GetUtcNow(), Batch, ct)).ConfigureAwait(false);
            if (due.Count == 0)
            {
                break;
            }

            fired += await FireAsync(due, ct).ConfigureAwait(false);
        }

        return fired;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var ticks = new PeriodicTimer(Interval, time);
        while (await WaitAsync(ticks, stoppingToken).ConfigureAwait(false))
        {
            try
            {
                await FireDueAsync(stoppingToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // The database may be away: the next tick asks again, and nothing is lost meanwhile.
            catch (Exception e)
#pragma warning restore CA1031
            {
                StoreLog.PollFailed(logger, e);
            }
        }
    }

    internal static async Task<bool> WaitAsync(PeriodicTimer ticks, CancellationToken ct)
    {
        try
        {
            return await ticks.WaitForNextTickAsync(ct).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    /// <summary>Instances run side by side, the timers of one instance in the order they were due.</summary>
    private async Task<int> FireAsync(IReadOnlyList<DueTimer> due, CancellationToken ct)
    {
        var fired = 0;
        var instances = due.OrderBy(t => t.DueAt).ThenBy(t => t.BookmarkId, StringComparer.Ordinal).GroupBy(t => t.InstanceId);
        await System.Threading.Tasks.Parallel.ForEachAsync(
            instances,
            new ParallelOptions { MaxDegreeOfParallelism = Parallelism, CancellationToken = ct },
            async (timers, token) =>
            {
                foreach (var timer in timers)
                {
                    if (await FireAsync(timer, token).ConfigureAwait(false))
                    {
                        Interlocked.Increment(ref fired);
                    }
                }
            }).ConfigureAwait(false);
        return fired;
    }

    private async Task<bool> FireAsync(DueTimer timer, CancellationToken ct)
    {
        var scope = scopes.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
        {
            try
            {
                await scope.ServiceProvider.GetRequiredService<WorkflowRuntime>().ResumeAsync(new ResumeBookmark(timer.BookmarkId) { Unattended = true }, ct).ConfigureAwait(false);
                return true;
            }
            catch (BookmarkConsumedException)
            {
                // Answered or cancelled between the claim and now.
                return false;
            }
            catch (WorkflowFaultedException e)
            {
                // The incident holds the stimulus: from here on it is a person who tries again.
                StoreLog.TimerFailed(logger, timer.BookmarkId, e);
            }
#pragma warning disable CA1031 // One poisonous timer must not keep the others from firing; its claim lapses and it comes again.
            catch (Exception e) when (e is not OperationCanceledException)
#pragma warning restore CA1031
            {
                StoreLog.TimerFailed(logger, timer.BookmarkId, e);
                return false;
            }
        }

        await InScopeAsync(async s =>
        {
            await s.DeferTimerAsync(timer.BookmarkId, DateTimeOffset.MaxValue.AddDays(-1), ct).ConfigureAwait(false);
            return true;
        }).ConfigureAwait(false);
        return false;
    }

    private async Task<int> FireStartsAsync(CancellationToken ct)
    {
        var fired = 0;
        foreach (var start in await InScopeAsync(s => s.FindDueStartsAsync(time.GetUtcNow(), Batch, ct)).ConfigureAwait(false))
        {
            fired += await FireAsync(start, ct).ConfigureAwait(false) ? 1 : 0;
        }

        return fired;
    }

    /// <summary>Moving the row on and starting the instance is one transaction; whoever moves it first has started it.</summary>
    private async Task<bool> FireAsync(DueStart start, CancellationToken ct)
    {
        var next = RecurringSchedule.Next(start.Schedule, start.DueAt, time.GetUtcNow());
        try
        {
            return await InScopeAsync((s, services) => s.InBurstAsync(
                async token =>
                {
                    if (!await s.AdvanceStartAsync(start.TimerId, start.DueAt, next, token).ConfigureAwait(false))
                    {
                        return false;
                    }

                    await services.GetRequiredService<WorkflowRuntime>()
                        .StartAsync(new StartWorkflow(start.DefinitionId) { TriggerActivityId = start.ActivityId, Unattended = true }, token).ConfigureAwait(false);
                    return true;
                },
                ct)).ConfigureAwait(false);
        }
        catch (WorkflowFaultedException e)
        {
            // The incident is recorded; the next occurrence is another matter.
            StoreLog.TimerFailed(logger, start.TimerId, e);
            await InScopeAsync(s => s.AdvanceStartAsync(start.TimerId, start.DueAt, next, ct)).ConfigureAwait(false);
            return false;
        }
#pragma warning disable CA1031 // One start that cannot be made must keep neither the others nor the waiting timers from firing; it stays due.
        catch (Exception e) when (e is not OperationCanceledException)
#pragma warning restore CA1031
        {
            StoreLog.TimerFailed(logger, start.TimerId, e);
            return false;
        }
    }

    private Task<T> InScopeAsync<T>(Func<IWorkflowStore, Task<T>> act) => InScopeAsync((store, _) => act(store));

    private async Task<T> InScopeAsync<T>(Func<IWorkflowStore, IServiceProvider, Task<T>> act)
    {
        var scope = scopes.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
        {
            return await act(scope.ServiceProvider.GetRequiredService<IWorkflowStore>(), scope.ServiceProvider).ConfigureAwait(false);
        }
    }
}
