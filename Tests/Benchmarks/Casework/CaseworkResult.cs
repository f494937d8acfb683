using System.Globalization;

namespace Pana.Benchmarks;

/// <summary>One operation of casework on one database: times in milliseconds and what one costs.</summary>
internal sealed record CaseworkResult(string Operation, string Database, PageTimes Times, double AllocatedBytes)
{
    /// <summary>Statements sent by EF Core, an operation.</summary>
    public double Statements { get; init; }

    /// <summary>Round trips on the wire, an operation; none on SQLite.</summary>
    public double? RoundTrips { get; init; }

    public static void Print(IReadOnlyList<CaseworkResult> results, BenchmarkOptions options)
    {
        Console.WriteLine($"With case data, clocks, audit and vault, {options.Clients} clients:");
        Console.WriteLine($"{"",-8}{"",-10}{"per s",8}{"p50 ms",9}{"p95 ms",9}{"CPU ms",8}{"KB/op",8}{"queries",9}{"trips",7}");
        foreach (var r in results)
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{r.Operation,-8}{r.Database,-10}{r.Times.PerSecond,8:0}{r.Times.P50,9:0.0}{r.Times.P95,9:0.0}{r.Times.CpuMilliseconds,8:0.0}{r.AllocatedBytes / 1024,8:0}{r.Statements,9:0.0}{r.RoundTrips,7:0.0}"));
        }
    }
}
