using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Pana.Cases;

internal sealed class BookEntryConfiguration : IEntityTypeConfiguration<BookEntry>
{
    public void Configure(EntityTypeBuilder<BookEntry> builder)
    {
        builder.ToTable("book_entries").HasKey(entry => entry.Id);
        builder.Property(entry => entry.Kind).HasConversion<string>().HasMaxLength(16);
        builder.Property(entry => entry.RecordedByName).HasMaxLength(256);
        builder.HasIndex(entry => new { entry.OrganisationId, entry.Day });
        builder.HasOne<Organisation>().WithMany().HasForeignKey(entry => entry.OrganisationId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class BookReviewConfiguration : IEntityTypeConfiguration<BookReview>
{
    public void Configure(EntityTypeBuilder<BookReview> builder)
    {
        builder.ToTable("book_reviews").HasKey(review => review.Id);
        builder.Property(review => review.ReviewedByName).HasMaxLength(256);
        builder.HasIndex(review => new { review.OrganisationId, review.Month }).IsUnique();
        builder.HasOne<Organisation>().WithMany().HasForeignKey(review => review.OrganisationId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class StaffPostConfiguration : IEntityTypeConfiguration<StaffPost>
{
    public void Configure(EntityTypeBuilder<StaffPost> builder)
    {
        builder.ToTable("staff_posts").HasKey(post => post.Id);
        builder.Property(post => post.Post).HasMaxLength(32);
        builder.Property(post => post.Own).HasPrecision(6, 2);
        builder.Property(post => post.Contracted).HasPrecision(6, 2);
        builder.HasIndex(post => new { post.OrganisationId, post.Post }).IsUnique();
        builder.HasOne<Organisation>().WithMany().HasForeignKey(post => post.OrganisationId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class StaffCheckConfiguration : IEntityTypeConfiguration<StaffCheck>
{
    public void Configure(EntityTypeBuilder<StaffCheck> builder)
    {
        builder.ToTable("staff_checks").HasKey(check => check.Id);
        builder.Property(check => check.Short).AsJson();
        builder.HasIndex(check => new { check.OrganisationId, check.At });
        builder.HasOne<Organisation>().WithMany().HasForeignKey(check => check.OrganisationId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class RoomConfiguration : IEntityTypeConfiguration<Room>
{
    public void Configure(EntityTypeBuilder<Room> builder)
    {
        builder.ToTable("rooms").HasKey(room => room.Id);
        builder.Property(room => room.Name).HasMaxLength(64);
        builder.HasIndex(room => room.OrganisationId);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(room => room.OrganisationId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class BedStayConfiguration : IEntityTypeConfiguration<BedStay>
{
    public void Configure(EntityTypeBuilder<BedStay> builder)
    {
        builder.ToTable("bed_stays").HasKey(stay => stay.Id);
        builder.HasIndex(stay => stay.RoomId).HasFilter("until IS NULL");

        // Nobody sleeps in two rooms.
        builder.HasIndex(stay => stay.CaseId).IsUnique().HasFilter("until IS NULL");
        builder.HasOne<Room>().WithMany().HasForeignKey(stay => stay.RoomId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Case>().WithMany().HasForeignKey(stay => stay.CaseId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CustodyItemConfiguration : IEntityTypeConfiguration<CustodyItem>
{
    public void Configure(EntityTypeBuilder<CustodyItem> builder)
    {
        builder.ToTable("custody_items").HasKey(item => item.Id);
        builder.Property(item => item.Kind).HasConversion<string>().HasMaxLength(16);
        builder.Property(item => item.TakenByName).HasMaxLength(256);
        builder.Property(item => item.ReturnedByName).HasMaxLength(256);
        builder.HasIndex(item => item.CaseId);
        builder.HasOne<Case>().WithMany().HasForeignKey(item => item.CaseId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class OfficeConfiguration : IEntityTypeConfiguration<Office>
{
    public void Configure(EntityTypeBuilder<Office> builder)
    {
        builder.ToTable("offices").HasKey(office => office.Id);
        builder.Property(office => office.ClosedByName).HasMaxLength(256);
        builder.HasIndex(office => office.OrganisationId);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(office => office.OrganisationId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class OfficePassportConfiguration : IEntityTypeConfiguration<OfficePassport>
{
    public void Configure(EntityTypeBuilder<OfficePassport> builder)
    {
        builder.ToTable("office_passports").HasKey(passport => passport.Id);
        builder.Property(passport => passport.FormVersion).HasMaxLength(12);
        builder.Property(passport => passport.RecordedByName).HasMaxLength(256);
        builder.HasIndex(passport => new { passport.OfficeId, passport.Number }).IsUnique();
        builder.HasOne<Office>().WithMany().HasForeignKey(passport => passport.OfficeId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class LeisurePlanConfiguration : IEntityTypeConfiguration<LeisurePlan>
{
    public void Configure(EntityTypeBuilder<LeisurePlan> builder)
    {
        builder.ToTable("leisure_plans").HasKey(plan => plan.Id);
        builder.Property(plan => plan.Period).HasMaxLength(7);
        builder.HasIndex(plan => new { plan.OrganisationId, plan.Period }).IsUnique();
        builder.HasOne<Organisation>().WithMany().HasForeignKey(plan => plan.OrganisationId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class LeisureVersionConfiguration : IEntityTypeConfiguration<LeisureVersion>
{
    public void Configure(EntityTypeBuilder<LeisureVersion> builder)
    {
        builder.ToTable("leisure_versions").HasKey(version => version.Id);
        builder.Property(version => version.FormVersion).HasMaxLength(12);
        builder.Property(version => version.DraftedByName).HasMaxLength(256);
        builder.Property(version => version.ApprovedByName).HasMaxLength(256);
        builder.Property(version => version.Revision).IsConcurrencyToken();
        builder.HasIndex(version => new { version.PlanId, version.Number }).IsUnique();

        // One draft at a time.
        builder.HasIndex(version => version.PlanId).IsUnique().HasFilter("approved_at IS NULL");
        builder.HasOne<LeisurePlan>().WithMany().HasForeignKey(version => version.PlanId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class LeisureHeldConfiguration : IEntityTypeConfiguration<LeisureHeld>
{
    public void Configure(EntityTypeBuilder<LeisureHeld> builder)
    {
        builder.ToTable("leisure_held").HasKey(held => held.Id);
        builder.Property(held => held.Mark).HasMaxLength(32);
        builder.Property(held => held.RecordedByName).HasMaxLength(256);
        builder.Property(held => held.StruckByName).HasMaxLength(256);
        builder.HasIndex(held => new { held.PlanId, held.Mark, held.Day }).IsUnique().HasFilter("struck_at IS NULL");
        builder.HasOne<LeisurePlan>().WithMany().HasForeignKey(held => held.PlanId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class QualityEvaluationConfiguration : IEntityTypeConfiguration<QualityEvaluation>
{
    public void Configure(EntityTypeBuilder<QualityEvaluation> builder)
    {
        builder.ToTable("quality_evaluations").HasKey(evaluation => evaluation.Id);
        builder.Property(evaluation => evaluation.Quarter).HasMaxLength(7);
        builder.Property(evaluation => evaluation.Mark).HasConversion<string>().HasMaxLength(16);
        builder.Property(evaluation => evaluation.RecordedByName).HasMaxLength(256);
        builder.HasIndex(evaluation => new { evaluation.OrganisationId, evaluation.Quarter });
        builder.HasOne<Organisation>().WithMany().HasForeignKey(evaluation => evaluation.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Agency>().WithMany().HasForeignKey(evaluation => evaluation.AgencyId).OnDelete(DeleteBehavior.Restrict);
    }
}
