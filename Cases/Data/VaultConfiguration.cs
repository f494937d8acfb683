using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Pana.Cases;

internal sealed class VaultKeyConfiguration : IEntityTypeConfiguration<VaultKey>
{
    public void Configure(EntityTypeBuilder<VaultKey> builder) => builder.ToTable("vault_keys").HasKey(key => key.OwnerId);
}

internal sealed class VaultValueConfiguration : IEntityTypeConfiguration<VaultValue>
{
    public void Configure(EntityTypeBuilder<VaultValue> builder)
    {
        builder.ToTable("vault_values").HasKey(value => value.Id);
        builder.Property(value => value.Key).HasMaxLength(64);
        builder.HasIndex(value => new { value.OwnerId, value.Key }).IsUnique();
    }
}

internal sealed class BlindIndexEntryConfiguration : IEntityTypeConfiguration<BlindIndexEntry>
{
    public void Configure(EntityTypeBuilder<BlindIndexEntry> builder)
    {
        builder.ToTable("blind_index").HasKey(entry => entry.Id);
        builder.Property(entry => entry.Key).HasMaxLength(64);
        builder.HasIndex(entry => new { entry.OrganisationId, entry.Hash, entry.CaseId });
        builder.HasIndex(entry => entry.CaseId);
    }
}
