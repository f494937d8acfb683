using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Pana.Cases;

/// <summary>An application that one person has begun to fill and not yet registered: sealed under the organisation's own key, since there is no case yet.</summary>
public sealed class ApplicationDraft
{
    /// <summary>Id; part of what the encryption binds.</summary>
    public Guid Id { get; set; } = Guid.CreateVersion7();

    /// <summary>The organisation.</summary>
    public Guid OrganisationId { get; set; }

    /// <summary>Who is filling it.</summary>
    public Guid UserId { get; set; }

    /// <summary>The earlier case of the same person, when this is a new admission.</summary>
    public Guid? EarlierCaseId { get; set; }

    /// <summary>Nonce, ciphertext and tag of the typed answers.</summary>
    public required byte[] Sealed { get; set; }

    /// <summary>When it was last saved.</summary>
    public DateTimeOffset SavedAt { get; set; }
}

internal sealed class ApplicationDraftMap : IEntityTypeConfiguration<ApplicationDraft>
{
    public void Configure(EntityTypeBuilder<ApplicationDraft> builder)
    {
        builder.ToTable("application_drafts");
        builder.HasIndex(draft => draft.UserId);
    }
}
