using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Pana.Engine;

/// <summary>
/// Declares the engine's tables for migrations, lists and administration. A burst reads and writes them with its own
/// statements (<c>SqlText</c>) on the same connection; the model and the statements must agree, and a test says so.
/// </summary>
public abstract class WorkflowDb : DbContext
{
    private readonly DbSession _session;

    protected WorkflowDb(DbContextOptions options, DbSession session)
        : base(options)
    {
        ArgumentNullException.ThrowIfNull(session);
        _session = session;

        // Changes are looked for when they are saved. By default every look at Local or Entry would compare everything loaded.
        ChangeTracker.AutoDetectChangesEnabled = false;
        session.Enroll(this);
    }

    public DbSet<DefinitionRow> WorkflowDefinitions => Set<DefinitionRow>();

    public DbSet<InstanceRow> WorkflowInstances => Set<InstanceRow>();

    public DbSet<BookmarkRow> Bookmarks => Set<BookmarkRow>();

    public DbSet<TimerRow> Timers => Set<TimerRow>();

    public DbSet<JournalRow> Journal => Set<JournalRow>();

    public DbSet<IncidentRow> Incidents => Set<IncidentRow>();

    public DbSet<OutboxRow> Outbox => Set<OutboxRow>();

    /// <summary>Outside a transaction this opens one of the session's, so that SQLite writers keep their turn.</summary>
    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        ChangeTracker.DetectChanges();
        return _session.Transaction is not null
            ? base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken)
            : _session.InTransactionAsync(ct => base.SaveChangesAsync(acceptAllChangesOnSuccess, ct), cancellationToken);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        ArgumentNullException.ThrowIfNull(configurationBuilder);
        configurationBuilder.Conventions.Add(_ => new SnakeCaseNames());
        if (_session.Kind == DatabaseKind.Sqlite)
        {
            configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTicks>();
        }
        else
        {
            configurationBuilder.Properties<DateTimeOffset>().HaveConversion<Utc>();
        }
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        modelBuilder.Entity<DefinitionRow>(e =>
        {
            e.ToTable("workflow_definitions").HasKey(x => x.VersionId);
            e.HasIndex(x => new { x.DefinitionId, x.Version }).IsUnique();
        });
        modelBuilder.Entity<InstanceRow>(e =>
        {
            // No index on what changes with every step: PostgreSQL then updates the row in place (HOT).
            e.ToTable("workflow_instances").HasKey(x => x.Id);
            e.HasIndex(x => x.CorrelationId);
            e.HasIndex(x => x.DefinitionId);
            e.HasIndex(x => x.ParentInstanceId).HasFilter("parent_instance_id IS NOT NULL");
        });
        modelBuilder.Entity<BookmarkRow>(e =>
        {
            e.ToTable("bookmarks").HasKey(x => x.Id);
            e.HasIndex(x => x.InstanceId);
            e.HasIndex(x => new { x.Name, x.Hash });
            e.HasIndex(x => x.DueAt).HasFilter("due_at IS NOT NULL");
        });
        modelBuilder.Entity<TimerRow>(e =>
        {
            e.ToTable("timers").HasKey(x => x.Id);
            e.HasIndex(x => x.DueAt);
        });
        modelBuilder.Entity<JournalRow>(e => e.ToTable("journal").HasKey(x => new { x.InstanceId, x.Sequence }));
        modelBuilder.Entity<IncidentRow>(e =>
        {
            e.ToTable("incidents").HasKey(x => x.Id);
            e.HasIndex(x => x.InstanceId);
            e.HasIndex(x => x.CreatedAt).HasFilter("resolved_at IS NULL");
        });
        modelBuilder.Entity<OutboxRow>(e =>
        {
            e.ToTable("outbox").HasKey(x => x.Id);
            e.HasIndex(x => x.DueAt).HasFilter("due_at IS NOT NULL");
            e.HasIndex(x => x.SentAt).HasFilter("sent_at IS NOT NULL");
            e.HasIndex(x => x.ExpiredAt).HasFilter("expired_at IS NOT NULL");
        });
    }

    /// <summary>SQLite has no date type: UTC ticks order and compare as numbers.</summary>
    private sealed class UtcTicks() : ValueConverter<DateTimeOffset, long>(
        value => value.UtcTicks, ticks => new DateTimeOffset(ticks, TimeSpan.Zero));

    /// <summary>PostgreSQL's timestamptz takes UTC only.</summary>
    private sealed class Utc() : ValueConverter<DateTimeOffset, DateTimeOffset>(
        value => value.ToUniversalTime(), value => value);
}
