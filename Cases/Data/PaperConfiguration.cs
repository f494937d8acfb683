using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Pana.Cases;

internal sealed class PaperConfiguration : IEntityTypeConfiguration<Paper>
{
    public void Configure(EntityTypeBuilder<Paper> builder)
    {
        builder.ToTable("papers").HasKey(paper => paper.Id);
        builder.Property(paper => paper.Kind).HasMaxLength(64);
        builder.Property(paper => paper.Language).HasMaxLength(8);
        builder.Property(paper => paper.TemplateVersion).HasMaxLength(64);
        builder.Property(paper => paper.State).HasConversion<string>().HasMaxLength(16);
        builder.Property(paper => paper.Signatures).AsJson();
        builder.HasIndex(paper => new { paper.CaseId, paper.Kind, paper.Language, paper.Version }).IsUnique();
        builder.HasOne<Case>().WithMany().HasForeignKey(paper => paper.CaseId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PaperShareConfiguration : IEntityTypeConfiguration<PaperShare>
{
    public void Configure(EntityTypeBuilder<PaperShare> builder)
    {
        builder.ToTable("paper_shares").HasKey(share => new { share.PaperId, share.AgencyId });
        builder.HasIndex(share => share.AgencyId);
        builder.HasOne<Paper>().WithMany().HasForeignKey(share => share.PaperId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Agency>().WithMany().HasForeignKey(share => share.AgencyId).OnDelete(DeleteBehavior.Restrict);
    }
}
