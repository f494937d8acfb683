using Microsoft.EntityFrameworkCore;
using Pana.Engine;

namespace Pana.Benchmarks;

/// <summary>The engine's tables alone.</summary>
internal sealed class BenchmarkDb(DbContextOptions<BenchmarkDb> options, DbSession session) : WorkflowDb(options, session)
{
    public static BenchmarkDb On(DbSession session)
    {
        var options = new DbContextOptionsBuilder<BenchmarkDb>();
        _ = session.Kind == DatabaseKind.Postgres ? options.UseNpgsql(session.Connection) : options.UseSqlite(session.Connection);
        return new BenchmarkDb(options.Options, session);
    }
}
