using System.Text.Json.Nodes;
using Microsoft.AspNetCore.SignalR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Pana.Engine;

namespace Pana.Designer;

/// <summary>
/// Tells the viewers what has changed. It reads the committed rows of the instances that somebody looks at, once a
/// second, and nothing while nobody looks: so a viewer never hears of what is rolled back, hears of what another host
/// has done, and a burst costs nothing more for being watched.
/// </summary>
internal sealed partial class LiveProgress(
    LiveInstances live, IServiceScopeFactory scopes, IHubContext<InstanceHub> hub, TimeProvider time, ILogger<LiveProgress> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await live.WantedAsync(stoppingToken);
                await TellAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // A database that is away for a moment must not end the telling for good.
            catch (Exception e)
#pragma warning restore CA1031
            {
                TellingFailed(logger, e);
            }

            await Task.Delay(Interval, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task TellAsync(CancellationToken ct)
    {
        var observed = live.Observed();
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<WorkflowDb>();
        var states = await db.WorkflowInstances.AsNoTracking().Where(i => observed.Contains(i.Id))
            .Select(i => new { i.Id, i.Revision, i.SubStatus, Incidents = db.Incidents.Count(x => x.InstanceId == i.Id && x.ResolvedAt == null) })
            .ToListAsync(ct);
        foreach (var instance in states)
        {
            try
            {
                if (live.IsNews(instance.Id, $"{instance.Revision} {instance.SubStatus} {instance.Incidents}"))
                {
                    await TellOfStepsAsync(instance.Id, scope.ServiceProvider.GetRequiredService<ReadJournal>(), ct);
                    await TellOfInstanceAsync(instance.Id, ct);
                }
                else if (live.IsEcho(instance.Id))
                {
                    await TellOfInstanceAsync(instance.Id, ct);
                }
            }
            catch
            {
                live.Forget(instance.Id);
                throw;
            }
        }
    }

    private async Task TellOfStepsAsync(string instanceId, ReadJournal journal, CancellationToken ct)
    {
        var viewers = hub.Clients.Group(instanceId);
        await viewers.SendAsync("ActivityExecutionLogUpdatedAsync", new JsonObject { ["stats"] = await journal.StatsOfAsync(instanceId, new HashSet<string>(), ct) }, ct);
        await viewers.SendAsync("WorkflowExecutionLogUpdatedAsync", new JsonObject(), ct);
    }

    private Task TellOfInstanceAsync(string instanceId, CancellationToken ct) =>
        hub.Clients.Group(instanceId).SendAsync("WorkflowInstanceUpdatedAsync", new JsonObject { ["workflowInstanceId"] = instanceId }, ct);

    [LoggerMessage(3001, LogLevel.Warning, "The viewers could not be told of changes; it is tried again in a second.")]
    private static partial void TellingFailed(ILogger logger, Exception exception);
}
