using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Pana.Cases;

internal sealed class ContentConfiguration : IEntityTypeConfiguration<ContentVersion>
{
    public void Configure(EntityTypeBuilder<ContentVersion> builder)
    {
        builder.ToTable("content_versions").HasKey(version => version.Id);
        builder.Property(version => version.Kind).HasConversion<string>().HasMaxLength(16);
        builder.Property(version => version.Key).HasMaxLength(64);
        builder.Property(version => version.Digest).HasMaxLength(12);
        builder.Property(version => version.ImportedHash).HasMaxLength(64);
        builder.Property(version => version.ChangedByName).HasMaxLength(256);
        builder.Property(version => version.PublishedByName).HasMaxLength(256);
        builder.Property(version => version.Revision).IsConcurrencyToken();
        builder.HasIndex(version => new { version.Kind, version.Key, version.Number }).IsUnique();
        builder.HasIndex(version => new { version.Kind, version.Key }).IsUnique().HasFilter("is_current");
        builder.HasIndex(version => new { version.Kind, version.Key, version.Digest });
    }
}
