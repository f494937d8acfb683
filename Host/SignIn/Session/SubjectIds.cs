using System.Security.Cryptography;
using System.Text;

namespace Pana.Portal.SignIn.Session;

/// <summary>
/// The id under which the record knows somebody whom another issuer signed in. Issuers name people by any text; the record
/// needs one that never changes and never meets another issuer's.
/// </summary>
internal static class SubjectIds
{
    /// <summary>The subject itself when it is a GUID, else one made from issuer and subject (SHA-256, RFC 9562 version 8).</summary>
    public static Guid Of(string issuer, string subject)
    {
        if (Guid.TryParse(subject, out var given))
        {
            return given;
        }

        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes($"{issuer}\n{subject}")).AsSpan(0, 16);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
