using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Pana.Cases;

/// <summary>Notices what another host has published: one small count every few seconds for the whole process, none on any page.</summary>
internal sealed class ContentWatch(ContentLibrary library, TimeProvider time, ILogger<ContentWatch> log) : BackgroundService
{
    public static readonly TimeSpan Every = TimeSpan.FromSeconds(3);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await library.RefreshAsync(stoppingToken);
            }
#pragma warning disable CA1031 // A database that is away must not end the watch.
            catch (Exception error) when (error is not OperationCanceledException)
#pragma warning restore CA1031
            {
                ContentLog.WatchFailed(log, Every.TotalSeconds, error);
            }
        }
    }
}
