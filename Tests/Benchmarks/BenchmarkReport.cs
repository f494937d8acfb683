using System.Globalization;
using System.Text.Json;

namespace Pana.Benchmarks;

/// <summary>Prints a table for people and JSON for the next comparison.</summary>
internal static class BenchmarkReport
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static void Print(IReadOnlyList<BenchmarkResult> results, BenchmarkOptions options)
    {
        Console.WriteLine($"{"",-8}{"",-10}{"engine/s",10}{"L2/s",10}{"ratio",8}{"lowest",8}{"trips",8}{"commits",9}{"KB/op",8}{"L2 KB",8}");
        foreach (var r in results)
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{r.Operation,-8}{r.Database,-10}{r.EnginePerSecond,10:0}{r.BarePerSecond,10:0}{r.RatioOfMedians,8:0.00}{r.LowestRatio,8:0.00}{r.RoundTripsPerOperation,8:0.00}{r.CommitsPerOperation,9:0.00}{r.AllocatedBytesPerOperation / 1024,8:0.0}{r.BareAllocatedBytesPerOperation / 1024,8:0.0}"));
        }

        Console.WriteLine(JsonSerializer.Serialize(
            new
            {
                Machine = new { Environment.ProcessorCount, Runtime = Environment.Version.ToString(), Os = Environment.OSVersion.ToString() },
                options.Rounds,
                options.Seconds,
                options.Clients,
                Results = results,
            },
            Json));
    }
}
