using System.Security.Cryptography;
using System.Text;

namespace Pana.Cases;

/// <summary>The 32-byte key that wraps the key of every case. Lives outside the database; without it no case can be read.</summary>
public sealed class MasterKey
{
    private const int Length = 32;

    private readonly byte[] _bytes;

    private MasterKey(byte[] bytes) => _bytes = bytes;

    internal ReadOnlySpan<byte> Bytes => _bytes;

    /// <summary>A new random key.</summary>
    public static MasterKey Create() => new(RandomNumberGenerator.GetBytes(Length));

    /// <summary>The key from base64 text, as it stands in the file or in a secret.</summary>
    public static MasterKey FromBase64(string text)
    {
        ArgumentNullException.ThrowIfNull(text);

        var bytes = new byte[Length + 1];
        return Convert.TryFromBase64String(text.Trim(), bytes, out var written) && written == Length
            ? new MasterKey(bytes[..Length])
            : throw new FormatException($"Expected a master key of {Length} bytes in base64, got something else. Make one with: openssl rand -base64 {Length}");
    }

    /// <summary>The key from a file; the file must exist (production).</summary>
    public static MasterKey Load(string path) => File.Exists(path)
        ? FromBase64(File.ReadAllText(path))
        : throw new FileNotFoundException($"Expected the master key in {path}; the file is not there. Restore it from where keys are kept: without it nothing in the vault can be read.", path);

    /// <summary>The key from a file that is created, readable and writable by the owner only (0600), when it is not there (development).</summary>
    public static MasterKey LoadOrCreate(string path)
    {
        if (File.Exists(path))
        {
            return Load(path);
        }

        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder)
        {
            Directory.CreateDirectory(folder);
        }

        var key = Create();
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        try
        {
            using var file = new FileStream(path, options);
            file.Write(Encoding.ASCII.GetBytes(Convert.ToBase64String(key._bytes) + "\n"));
            file.Flush(flushToDisk: true);
        }
        catch (IOException) when (File.Exists(path))
        {
            // Another process was first; its key is the one.
            return Load(path);
        }

        return key;
    }

    /// <summary>A key for one purpose and owner, so that no two uses share one.</summary>
    internal byte[] Derive(string purpose, Guid owner) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, _bytes, Length, owner.ToByteArray(bigEndian: true), Encoding.UTF8.GetBytes(purpose));
}
