using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Pana.Cases;

internal sealed class CaseConfiguration : IEntityTypeConfiguration<Case>
{
    public void Configure(EntityTypeBuilder<Case> builder)
    {
        builder.ToTable("cases").HasKey(file => file.Id);
        builder.Property(file => file.Code).HasMaxLength(16);
        builder.Property(file => file.Edition).HasMaxLength(16);
        builder.Property(file => file.State).HasConversion<string>().HasMaxLength(32);
        builder.Property(file => file.WayIn).HasConversion<string>().HasMaxLength(16);
        builder.Property(file => file.ReferrerKind).HasConversion<string>().HasMaxLength(32);
        builder.Property(file => file.PoliceReport).HasConversion<string>().HasMaxLength(32);
        builder.Property(file => file.CardState).HasConversion<string>().HasMaxLength(16);
        builder.Property(file => file.ReturnState).HasConversion<string>().HasMaxLength(32);
        builder.Property(file => file.Ending).HasConversion<string>().HasMaxLength(16);
        builder.Property(file => file.EndingGround).HasMaxLength(64);
        builder.Property(file => file.EndingFrom).HasConversion<string>().HasMaxLength(32);
        builder.HasIndex(file => file.Code).IsUnique();
        builder.HasIndex(file => new { file.OrganisationId, file.CreatedAt });
        builder.HasIndex(file => file.FamilyId);
        // Without it SQLite, which keeps no statistics of its own, looks for a family among all cases of the organisation.
        builder.HasIndex(file => new { file.OrganisationId, file.FamilyId });

        // The list of cases, newest first, and the admissions of one person.
        builder.HasIndex(file => new { file.OrganisationId, file.AppliedAt, file.Id });
        builder.HasIndex(file => file.EarlierCaseId).HasFilter("earlier_case_id IS NOT NULL");
        builder.HasOne<Organisation>().WithMany().HasForeignKey(file => file.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Agency>().WithMany().HasForeignKey(file => file.AuthorisedBodyId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CaseEventConfiguration : IEntityTypeConfiguration<CaseEvent>
{
    public void Configure(EntityTypeBuilder<CaseEvent> builder)
    {
        builder.ToTable("case_events").HasKey(fact => fact.Id);
        builder.Property(fact => fact.Name).HasMaxLength(64);
        builder.Property(fact => fact.ActorName).HasMaxLength(256);
        builder.Property(fact => fact.Paragraphs).AsJson();
        builder.Property(fact => fact.Data).AsJson();
        builder.HasIndex(fact => new { fact.CaseId, fact.OccurredAt });
        builder.HasOne<Case>().WithMany().HasForeignKey(fact => fact.CaseId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CaseExclusionConfiguration : IEntityTypeConfiguration<CaseExclusion>
{
    public void Configure(EntityTypeBuilder<CaseExclusion> builder)
    {
        builder.ToTable("case_exclusions").HasKey(hidden => new { hidden.CaseId, hidden.UserId });
        builder.HasOne<Case>().WithMany().HasForeignKey(hidden => hidden.CaseId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class ClockConfiguration : IEntityTypeConfiguration<Clock>
{
    public void Configure(EntityTypeBuilder<Clock> builder)
    {
        builder.ToTable("clocks").HasKey(clock => clock.Id);
        builder.Property(clock => clock.ObligationId).HasMaxLength(16);
        builder.Property(clock => clock.State).HasConversion<string>().HasMaxLength(16);
        builder.Property(clock => clock.Explanation).AsJson();
        builder.HasIndex(clock => clock.CaseId);

        // One running clock for each obligation of a case; two anchors at once die here.
        builder.HasIndex(clock => new { clock.CaseId, clock.ObligationId }).IsUnique().HasFilter("state = 'Running'");
        builder.HasIndex(clock => clock.DueAt).HasFilter("state = 'Running'");
        builder.HasOne<Case>().WithMany().HasForeignKey(clock => clock.CaseId).OnDelete(DeleteBehavior.Restrict);
    }
}
