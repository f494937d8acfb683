namespace Pana.Cases;

/// <summary>One personal value, encrypted under its owner's key.</summary>
public sealed class VaultValue
{
    /// <summary>Id; part of what the encryption binds.</summary>
    public Guid Id { get; set; } = Guid.CreateVersion7();

    /// <summary>The case or organisation.</summary>
    public Guid OwnerId { get; set; }

    /// <summary>For example <c>person.iin</c>.</summary>
    public required string Key { get; set; }

    /// <summary>Nonce, ciphertext and tag.</summary>
    public required byte[] Sealed { get; set; }

    /// <summary>When it was last written.</summary>
    public DateTimeOffset UpdatedAt { get; set; }
}
