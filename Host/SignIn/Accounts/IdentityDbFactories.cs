using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Pana.Portal.SignIn.Accounts;

/// <summary>For <c>dotnet ef migrations add … --context SqliteIdentityDb</c>; never opens a database.</summary>
internal sealed class SqliteIdentityDbFactory : IDesignTimeDbContextFactory<SqliteIdentityDb>
{
    public SqliteIdentityDb CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<SqliteIdentityDb>()
        .UseSqlite("Data Source=:memory:", o => o.MigrationsHistoryTable(IdentityDb.MigrationsTable)).Options);
}

/// <summary>The same for PostgreSQL.</summary>
internal sealed class PostgresIdentityDbFactory : IDesignTimeDbContextFactory<PostgresIdentityDb>
{
    public PostgresIdentityDb CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<PostgresIdentityDb>()
        .UseNpgsql("Host=127.0.0.1", o => o.MigrationsHistoryTable(IdentityDb.MigrationsTable)).Options);
}
