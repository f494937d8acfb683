using Microsoft.EntityFrameworkCore;
using Pana.Engine;

namespace Pana.Cases;

/// <summary>The case file's tables beside the engine's, on the same connection. Read cases through <see cref="Visibility"/> only.</summary>
public abstract class CaseDb(DbContextOptions options, DbSession session) : WorkflowDb(options, session)
{
    /// <summary>Temporary stay and residence organisations (p4).</summary>
    public DbSet<Organisation> Organisations => Set<Organisation>();

    /// <summary>Bodies that refer, decide and are informed (p25, p31, p35).</summary>
    public DbSet<Agency> Agencies => Set<Agency>();

    /// <summary>Cases, one for each recipient (p27).</summary>
    public DbSet<Case> Cases => Set<Case>();

    /// <summary>Histories of the cases.</summary>
    public DbSet<CaseEvent> CaseEvents => Set<CaseEvent>();

    /// <summary>Conflicts of interest.</summary>
    public DbSet<CaseExclusion> CaseExclusions => Set<CaseExclusion>();

    /// <summary>Time limits.</summary>
    public DbSet<Clock> Clocks => Set<Clock>();

    /// <summary>What people have to do.</summary>
    public DbSet<UserTask> UserTasks => Set<UserTask>();

    /// <summary>Filled forms, sealed.</summary>
    public DbSet<SealedAnswers> SealedAnswers => Set<SealedAnswers>();

    /// <summary>Half-filled forms, sealed; one for each task and person.</summary>
    public DbSet<TaskDraft> TaskDrafts => Set<TaskDraft>();

    /// <summary>Applications being typed, sealed.</summary>
    public DbSet<ApplicationDraft> ApplicationDrafts => Set<ApplicationDraft>();

    /// <summary>Services given. Read them through <see cref="Visibility"/> only.</summary>
    public DbSet<ServiceEntry> ServiceEntries => Set<ServiceEntry>();

    /// <summary>Books of complaints and suggestions (p10), sealed.</summary>
    public DbSet<BookEntry> BookEntries => Set<BookEntry>();

    /// <summary>Their monthly reviews (p11).</summary>
    public DbSet<BookReview> BookReviews => Set<BookReview>();

    /// <summary>Staff of the organisations (p22).</summary>
    public DbSet<StaffPost> StaffPosts => Set<StaffPost>();

    /// <summary>Monthly comparisons with the staffing norms.</summary>
    public DbSet<StaffCheck> StaffChecks => Set<StaffCheck>();

    /// <summary>Rooms.</summary>
    public DbSet<Room> Rooms => Set<Room>();

    /// <summary>Who lived in which room.</summary>
    public DbSet<BedStay> BedStays => Set<BedStay>();

    /// <summary>Things held for recipients (p39).</summary>
    public DbSet<CustodyItem> CustodyItems => Set<CustodyItem>();

    /// <summary>Specialised offices (p9 1) 6)).</summary>
    public DbSet<Office> Offices => Set<Office>();

    /// <summary>Their passports, sealed.</summary>
    public DbSet<OfficePassport> OfficePassports => Set<OfficePassport>();

    /// <summary>Plans of cultural and leisure activities (p9 6) 1)).</summary>
    public DbSet<LeisurePlan> LeisurePlans => Set<LeisurePlan>();

    /// <summary>Their versions, sealed.</summary>
    public DbSet<LeisureVersion> LeisureVersions => Set<LeisureVersion>();

    /// <summary>Days on which planned activities were held.</summary>
    public DbSet<LeisureHeld> LeisureHeld => Set<LeisureHeld>();

    /// <summary>Evaluations of the organisations' work (p12), sealed.</summary>
    public DbSet<QualityEvaluation> QualityEvaluations => Set<QualityEvaluation>();

    /// <summary>Papers, sealed.</summary>
    public DbSet<Paper> Papers => Set<Paper>();

    /// <summary>Papers sent to agencies.</summary>
    public DbSet<PaperShare> PaperShares => Set<PaperShare>();

    /// <summary>Who did and saw what.</summary>
    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    /// <summary>Keys of the cases, wrapped by the master key.</summary>
    public DbSet<VaultKey> VaultKeys => Set<VaultKey>();

    /// <summary>Personal values, sealed.</summary>
    public DbSet<VaultValue> VaultValues => Set<VaultValue>();

    /// <summary>Keyed hashes for exact search.</summary>
    public DbSet<BlindIndexEntry> BlindIndexEntries => Set<BlindIndexEntry>();

    /// <summary>Versions of forms, documents, the calendar, the limits and the staffing norms.</summary>
    public DbSet<ContentVersion> ContentVersions => Set<ContentVersion>();

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(CaseDb).Assembly);
    }
}
