using Microsoft.EntityFrameworkCore;
using Pana.Cases;
using Xunit;

namespace Pana.Tests.Cases.Data;

public sealed class MigrationTests
{
    [Fact]
    public void The_SQLite_migrations_say_what_the_model_says()
    {
        using var db = new SqliteDesignTime().CreateDbContext([]);

        Assert.False(db.Database.HasPendingModelChanges());
    }

    [Fact]
    public void The_PostgreSQL_migrations_say_what_the_model_says()
    {
        using var db = new PostgresDesignTime().CreateDbContext([]);

        Assert.False(db.Database.HasPendingModelChanges());
    }
}
