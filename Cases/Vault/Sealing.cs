using System.Security.Cryptography;
using System.Text;

namespace Pana.Cases;

/// <summary>AES-256-GCM: one version byte, a random nonce, the ciphertext and the tag; owner, purpose and row are bound to it.</summary>
internal static class Sealing
{
    private const byte Version = 1;
    private const int NonceLength = 12;
    private const int TagLength = 16;
    private const int Overhead = 1 + NonceLength + TagLength;

    public static byte[] Seal(ReadOnlySpan<byte> key, ReadOnlySpan<byte> plain, Guid owner, string purpose, Guid row)
    {
        var box = new byte[Overhead + plain.Length];
        box[0] = Version;
        var nonce = box.AsSpan(1, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(key, TagLength);
        aes.Encrypt(nonce, plain, box.AsSpan(1 + NonceLength, plain.Length), box.AsSpan(box.Length - TagLength), Bound(owner, purpose, row));
        return box;
    }

    public static byte[] Open(ReadOnlySpan<byte> key, ReadOnlySpan<byte> box, Guid owner, string purpose, Guid row)
    {
        if (box.Length < Overhead || box[0] != Version)
        {
            throw new VaultException($"Expected sealed bytes of version {Version} for '{purpose}' of {owner}, got {box.Length} bytes of another kind. Restore the row from a backup.");
        }

        var plain = new byte[box.Length - Overhead];
        using var aes = new AesGcm(key, TagLength);
        try
        {
            aes.Decrypt(
                box.Slice(1, NonceLength),
                box.Slice(1 + NonceLength, plain.Length),
                box[^TagLength..],
                plain,
                Bound(owner, purpose, row));
        }
        catch (AuthenticationTagMismatchException mismatch)
        {
            throw new VaultException(
                $"'{purpose}' of {owner}, row {row}, does not open: the bytes were changed, belong to another row or case, or the master key is another one. Restore the row from a backup or the right key.",
                mismatch);
        }

        return plain;
    }

    private static byte[] Bound(Guid owner, string purpose, Guid row) => Encoding.UTF8.GetBytes($"{owner:N}|{purpose}|{row:N}");
}
