using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using OtpNet;

namespace Pana.Portal.SignIn.Accounts;

/// <summary>
/// Six-digit codes of an authenticator app (RFC 6238, 30 seconds, SHA-1: what every app speaks). The secret is sealed in
/// the account; a code opens once, and the step before and after count for clocks that differ.
/// </summary>
public sealed class SecondFactor(IDataProtectionProvider protection, TimeProvider time)
{
    private readonly IDataProtector _seal = protection.CreateProtector("pana.second-factor");

    /// <summary>A new secret of 20 bytes in Base32, as it is typed into an app by hand.</summary>
    public static string NewSecret() => Base32Encoding.ToString(RandomNumberGenerator.GetBytes(20)).TrimEnd('=');

    /// <summary>The address that the app reads from the picture. It names the neutral title, never the organisation.</summary>
    public static string Address(string secret, string userName, string title) =>
        $"otpauth://totp/{Uri.EscapeDataString(title)}:{Uri.EscapeDataString(userName)}?secret={secret}&issuer={Uri.EscapeDataString(title)}";

    /// <summary>Seals a secret for the account or for a page that asks for its first code.</summary>
    public string Seal(string secret) => _seal.Protect(secret);

    /// <summary>The secret, or null when the seal is not ours or its key is gone.</summary>
    public string? Open(string? sealedSecret)
    {
        try
        {
            return string.IsNullOrEmpty(sealedSecret) ? null : _seal.Unprotect(sealedSecret);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>The step whose code this is, or null when it is none of now or was used before <paramref name="after"/>.</summary>
    public long? Step(string? sealedSecret, string? code, long? after)
    {
        if (Open(sealedSecret) is not { } secret || string.IsNullOrWhiteSpace(code))
        {
            return null;
        }

        var totp = new Totp(Base32Encoding.ToBytes(secret));
        var digits = string.Concat(code.Where(char.IsAsciiDigit));
        return totp.VerifyTotp(time.GetUtcNow().UtcDateTime, digits, out var step, VerificationWindow.RfcSpecifiedNetworkDelay) && !(step <= after)
            ? step
            : null;
    }
}
