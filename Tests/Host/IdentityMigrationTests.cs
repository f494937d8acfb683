using Microsoft.EntityFrameworkCore;
using Pana.Portal.SignIn.Accounts;
using Xunit;

namespace Pana.Tests.Host;

public sealed class IdentityMigrationTests
{
    [Fact]
    public void The_SQLite_migrations_of_the_accounts_say_what_the_model_says()
    {
        using var db = new SqliteIdentityDbFactory().CreateDbContext([]);

        Assert.False(db.Database.HasPendingModelChanges());
    }

    [Fact]
    public void The_PostgreSQL_migrations_of_the_accounts_say_what_the_model_says()
    {
        using var db = new PostgresIdentityDbFactory().CreateDbContext([]);

        Assert.False(db.Database.HasPendingModelChanges());
    }
}
