namespace Pana.Benchmarks;

/// <summary>One page of one role on one database: server time in milliseconds with one client and with several, and what it costs.</summary>
internal sealed record PageResult(string Database, string Account, string Page, PageTimes One, PageTimes Many, double Kilobytes, double Statements, double? RoundTrips)
{
    /// <summary>What an inbox and a task page may take, in milliseconds (95th percentile).</summary>
    public const double Budget = 40;

    public bool HasBudget => Page.StartsWith("inbox", StringComparison.Ordinal) || Page == "task";

    /// <summary>Judged with one client. Four saturate two processors, which they share with the server and its database: a page then waits for a processor, not for work.</summary>
    public bool IsWithin => One.P95 <= Budget;
}

/// <summary>Percentiles of one measurement.</summary>
internal sealed record PageTimes(double P50, double P95, double P99, double PerSecond, double CpuMilliseconds)
{
    public static PageTimes Of(double[] sorted, TimeSpan elapsed, TimeSpan cpu) =>
        new(At(sorted, 0.50), At(sorted, 0.95), At(sorted, 0.99), sorted.Length / elapsed.TotalSeconds, cpu.TotalMilliseconds / sorted.Length);

    private static double At(double[] sorted, double part) => sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * part))];
}
