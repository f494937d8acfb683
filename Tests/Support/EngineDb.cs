using Microsoft.EntityFrameworkCore;
using Pana.Engine;

namespace Pana.Tests.Support;

/// <summary>The engine's tables alone, without cases.</summary>
public sealed class EngineDb(DbContextOptions<EngineDb> options, DbSession session) : WorkflowDb(options, session)
{
    public static EngineDb On(DbSession session)
    {
        ArgumentNullException.ThrowIfNull(session);
        var options = new DbContextOptionsBuilder<EngineDb>();
        _ = session.Kind == DatabaseKind.Postgres ? options.UseNpgsql(session.Connection) : options.UseSqlite(session.Connection);
        return new EngineDb(options.Options, session);
    }

    public static async Task CreateTablesAsync(TestDatabase database)
    {
        ArgumentNullException.ThrowIfNull(database);
        await using var session = database.NewSession();
        await using var db = On(session);
        await db.Database.EnsureCreatedAsync();
    }
}
