namespace Pana.Cases;

/// <summary>The data key of one case (or of an organisation's own values), wrapped by the master key.</summary>
public sealed class VaultKey
{
    /// <summary>The case or organisation.</summary>
    public Guid OwnerId { get; set; }

    /// <summary>The wrapped key; empty once destroyed.</summary>
    public required byte[] Wrapped { get; set; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When it was destroyed: from then on the person is gone, in backups too once they expire.</summary>
    public DateTimeOffset? DestroyedAt { get; set; }
}
