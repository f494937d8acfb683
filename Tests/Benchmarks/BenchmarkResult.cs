namespace Pana.Benchmarks;

/// <summary>One operation on one database: the engine beside the bare statement (L2), from interleaved rounds.</summary>
internal sealed record BenchmarkResult(
    string Operation,
    string Database,
    double EnginePerSecond,
    double BarePerSecond,
    double RatioOfMedians,
    double LowestRatio,
    double RoundTripsPerOperation,
    double CommitsPerOperation,
    double AllocatedBytesPerOperation,
    double BareAllocatedBytesPerOperation);
