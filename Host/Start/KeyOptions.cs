namespace Pana.Portal.Start;

/// <summary>Keys of sign-in: <c>Pana:Keys</c>. In Development they are made on first start and kept in the data folder.</summary>
public sealed class KeyOptions
{
    /// <summary>PKCS#12 file whose private key signs tokens.</summary>
    public string? SigningCertificate { get; set; }

    /// <summary>Its password.</summary>
    public string? SigningCertificatePassword { get; set; }

    /// <summary>PKCS#12 file (RSA) whose key encrypts tokens and the data-protection keys.</summary>
    public string? EncryptionCertificate { get; set; }

    /// <summary>Its password.</summary>
    public string? EncryptionCertificatePassword { get; set; }

    /// <summary>Folder, shared by all hosts, for the keys that protect cookies.</summary>
    public string? DataProtectionFolder { get; set; }
}
