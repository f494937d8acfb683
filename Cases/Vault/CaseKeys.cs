using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Pana.Cases;

/// <summary>The data keys, one for each case, unwrapped once in a scope and wiped with it.</summary>
public sealed class CaseKeys(CaseDb db, MasterKey master, TimeProvider time, ILogger<CaseKeys> log) : IDisposable
{
    private const int Length = 32;
    internal const string Purpose = "vault-key";

    private readonly Dictionary<Guid, byte[]> _open = [];

    /// <summary>The key of an owner, made when there is none yet; destroyed keys are never made again.</summary>
    internal async Task<byte[]> GetOrCreateAsync(Guid owner, CancellationToken ct)
    {
        if (Known(owner) is { } known)
        {
            return known;
        }

        if (await db.VaultKeys.FindAsync([owner], ct) is { } stored)
        {
            return _open[owner] = Unwrap(stored);
        }

        var key = RandomNumberGenerator.GetBytes(Length);
        db.VaultKeys.Add(new VaultKey
        {
            OwnerId = owner,
            Wrapped = Sealing.Seal(master.Bytes, key, owner, Purpose, owner),
            CreatedAt = time.GetUtcNow(),
        });
        return _open[owner] = key;
    }

    /// <summary>The key of an owner, or null when nothing was ever sealed for it. <see cref="VaultException"/> when it was destroyed.</summary>
    internal async Task<byte[]?> FindAsync(Guid owner, CancellationToken ct)
    {
        if (Known(owner) is { } known)
        {
            return known;
        }

        return await db.VaultKeys.FindAsync([owner], ct) is { } stored ? _open[owner] = Unwrap(stored) : null;
    }

    internal async Task DestroyAsync(Guid owner, CancellationToken ct)
    {
        if (await db.VaultKeys.SingleOrDefaultAsync(key => key.OwnerId == owner, ct) is not { DestroyedAt: null } stored)
        {
            return;
        }

        stored.Wrapped = [];
        stored.DestroyedAt = time.GetUtcNow();
        if (_open.Remove(owner, out var key))
        {
            CryptographicOperations.ZeroMemory(key);
        }

        CasesLog.KeyDestroyed(log, owner);
    }

    /// <summary>Wipes the unwrapped keys.</summary>
    public void Dispose()
    {
        foreach (var key in _open.Values)
        {
            CryptographicOperations.ZeroMemory(key);
        }

        _open.Clear();
    }

    /// <summary>After a rollback the context has forgotten the row, and a key made in that transaction is no key.</summary>
    private byte[]? Known(Guid owner) =>
        db.VaultKeys.Local.FindEntry(owner) is null ? null : _open.GetValueOrDefault(owner);

    /// <summary>The key itself; the caller wipes it.</summary>
    internal byte[] Unwrap(VaultKey stored) => stored.DestroyedAt is { } when
        ? throw new VaultException($"The key of {stored.OwnerId} was destroyed at {when:O}. Its personal data cannot be read again.")
        : Sealing.Open(master.Bytes, stored.Wrapped, stored.OwnerId, Purpose, stored.OwnerId);
}
