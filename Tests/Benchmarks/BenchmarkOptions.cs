using System.Globalization;

namespace Pana.Benchmarks;

/// <summary>What to measure: read from the command line and the environment.</summary>
internal sealed record BenchmarkOptions(string? Postgres, double Seconds, int Rounds, int Clients)
{
    /// <summary>Pages: how many cases are seeded.</summary>
    public int Cases { get; init; } = 10_000;

    /// <summary>Pages: how often each is loaded.</summary>
    public int Requests { get; init; } = 400;

    /// <summary>Pages: prints the statements of each page, to be explained by the database.</summary>
    public bool ShowsStatements { get; init; }

    /// <summary>Leaves SQLite out.</summary>
    public bool SkipsSqlite { get; init; }

    /// <summary>Leaves the database behind, to be looked at.</summary>
    public bool KeepsDatabase { get; init; }

    public static BenchmarkOptions Read(string[] args)
    {
        string? Value(string name) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;
        double Number(string name, double otherwise) => Value(name) is { } text ? double.Parse(text, CultureInfo.InvariantCulture) : otherwise;
        return new BenchmarkOptions(
            Value("--postgres") ?? Environment.GetEnvironmentVariable("PANA_BENCH_POSTGRES"),
            Number("--seconds", 3),
            (int)Number("--rounds", 7),
            (int)Number("--clients", 16))
        {
            Cases = (int)Number("--cases", 10_000),
            Requests = (int)Number("--requests", 400),
            ShowsStatements = args.Contains("--statements"),
            KeepsDatabase = args.Contains("--keep"),
            SkipsSqlite = args.Contains("--no-sqlite"),
        };
    }
}
