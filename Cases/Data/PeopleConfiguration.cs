using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Pana.Cases;

internal sealed class OrganisationConfiguration : IEntityTypeConfiguration<Organisation>
{
    public void Configure(EntityTypeBuilder<Organisation> builder)
    {
        builder.ToTable("organisations").HasKey(organisation => organisation.Id);
        builder.Property(organisation => organisation.Kind).HasConversion<string>().HasMaxLength(32);
        builder.Property(organisation => organisation.TimeZone).HasMaxLength(64);
        builder.Ignore(organisation => organisation.Name);
        builder.HasOne<Agency>().WithMany().HasForeignKey(organisation => organisation.AuthorisedBodyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Agency>().WithMany().HasForeignKey(organisation => organisation.InternalAffairsBodyId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class AgencyConfiguration : IEntityTypeConfiguration<Agency>
{
    public void Configure(EntityTypeBuilder<Agency> builder)
    {
        builder.ToTable("agencies").HasKey(agency => agency.Id);
        builder.Property(agency => agency.Kind).HasConversion<string>().HasMaxLength(32);
        builder.Ignore(agency => agency.Name);
    }
}

internal sealed class AuditEntryConfiguration : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.ToTable("audit_entries").HasKey(entry => entry.Id);
        builder.Property(entry => entry.Action).HasMaxLength(64);
        builder.Property(entry => entry.Subject).HasMaxLength(256);
        builder.Property(entry => entry.ActorName).HasMaxLength(256);
        builder.Property(entry => entry.Detail).AsJson();
        builder.HasIndex(entry => new { entry.OrganisationId, entry.At });
        builder.HasIndex(entry => new { entry.CaseId, entry.At });

        // The chain of one organisation has no two entries at one place.
        builder.HasIndex(entry => new { entry.OrganisationId, entry.Sequence }).IsUnique().HasFilter("sequence IS NOT NULL");
    }
}
