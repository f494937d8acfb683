using System.Globalization;

namespace Pana.Benchmarks;

/// <summary>Prints the pages' table and the verdict.</summary>
internal static class PagesReport
{
    public static bool Print(IReadOnlyList<PageResult> results, BenchmarkOptions options)
    {
        Console.WriteLine($"Server time in ms with {options.Cases} cases: 1 client | 4 clients. CPU: ms of the whole process, client included, a page.");
        Console.WriteLine($"{"",-10}{"",-14}{"",-14}{"p50",7}{"p95",7}{"p99",7}{"CPU",6} |{"p50",7}{"p95",7}{"p99",7}{"per s",8}{"KB",7}{"queries",9}{"trips",7}");
        foreach (var r in results)
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{r.Database,-10}{r.Account,-14}{r.Page,-14}{r.One.P50,7:0.0}{r.One.P95,7:0.0}{r.One.P99,7:0.0}{r.One.CpuMilliseconds,6:0.0} |{r.Many.P50,7:0.0}{r.Many.P95,7:0.0}{r.Many.P99,7:0.0}{r.Many.PerSecond,8:0}{r.Kilobytes,7:0.0}{r.Statements,9:0.0}{r.RoundTrips,7:0.0}"));
        }

        var over = results.Where(r => r.HasBudget && !r.IsWithin).ToList();
        Console.WriteLine(over.Count == 0
            ? $"Within the budget: inbox and task page p95 ≤ {PageResult.Budget} ms."
            : $"OVER the budget of {PageResult.Budget} ms (p95): {string.Join(", ", over.Select(r => $"{r.Database} {r.Account} {r.Page}"))}.");
        return over.Count == 0;
    }
}
