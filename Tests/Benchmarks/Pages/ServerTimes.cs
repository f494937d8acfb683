using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace Pana.Benchmarks;

/// <summary>How long each request was in the server: from the first line of the pipeline to the last byte written, in milliseconds.</summary>
internal sealed class ServerTimes : IStartupFilter
{
    private readonly ConcurrentQueue<double> _taken = new();

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(async (context, go) =>
        {
            var began = Stopwatch.GetTimestamp();
            await go(context);
            _taken.Enqueue(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        });
        next(app);
    };

    /// <summary>The times since the last call, shortest first.</summary>
    public double[] Take()
    {
        List<double> all = [];
        while (_taken.TryDequeue(out var time))
        {
            all.Add(time);
        }

        return [.. all.Order()];
    }
}
