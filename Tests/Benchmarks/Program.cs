using Pana.Benchmarks;
using Pana.Engine;

// dotnet run -c Release --project Tests/Benchmarks -- [steps] [--seconds 3] [--rounds 7] [--clients 16]
// dotnet run -c Release --project Tests/Benchmarks -- pages [--cases 10000] [--requests 400] [--statements]
// dotnet run -c Release --project Tests/Benchmarks -- casework [--seconds 3] [--clients 16]
// all: [--postgres "Host=…"] [--no-sqlite] [--keep]; without --postgres (or PANA_BENCH_POSTGRES) only SQLite is measured.
var options = BenchmarkOptions.Read(args);
if (args.Contains("pages"))
{
    var isWithin = true;
    foreach (var scratch in ScratchDatabase.All(options))
    {
        await using (scratch)
        {
            await scratch.CreateAsync();
            isWithin &= PagesReport.Print(await new PagesBenchmark(scratch.Kind, scratch.ConnectionString, options).RunAsync(), options);
        }
    }

    return isWithin ? 0 : 1;
}

if (args.Contains("casework"))
{
    foreach (var scratch in ScratchDatabase.All(options))
    {
        await using (scratch)
        {
            await scratch.CreateAsync();
            CaseworkResult.Print(await new CaseworkBenchmark(scratch.Kind, scratch.ConnectionString, options).RunAsync(), options);
        }
    }

    return 0;
}

var results = new List<BenchmarkResult>();
foreach (var scratch in ScratchDatabase.All(options))
{
    await using (scratch)
    {
        await scratch.CreateAsync();
        await using var database = await BenchmarkDatabase.OnAsync(scratch);
        results.AddRange(await StepBenchmark.RunAsync(database, options));
    }
}

BenchmarkReport.Print(results, options);
return 0;
