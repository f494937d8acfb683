using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Pana.Engine;

namespace Pana.Cases;

/// <summary>Lets the EF tools make SQLite migrations without a host.</summary>
internal sealed class SqliteDesignTime : IDesignTimeDbContextFactory<SqliteCaseDb>
{
    public SqliteCaseDb CreateDbContext(string[] args)
    {
        const string nowhere = "Data Source=:memory:";
        return new(
            new DbContextOptionsBuilder<SqliteCaseDb>().UseSqlite(nowhere).Options,
            new DbSession(DatabaseSource.Sqlite(nowhere)));
    }
}

/// <summary>Lets the EF tools make PostgreSQL migrations without a host or a server.</summary>
internal sealed class PostgresDesignTime : IDesignTimeDbContextFactory<PostgresCaseDb>
{
    public PostgresCaseDb CreateDbContext(string[] args)
    {
        const string nowhere = "Host=localhost";
        return new(
            new DbContextOptionsBuilder<PostgresCaseDb>().UseNpgsql(nowhere).Options,
            new DbSession(DatabaseSource.Postgres(nowhere)));
    }
}
