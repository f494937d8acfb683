using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace Pana.Portal.SignIn.Accounts;

/// <summary>
/// Whether a session's account still is what it was at sign-in. A change made on this host counts at once; one made on
/// another host within <see cref="Memory"/>.
/// </summary>
public sealed class AccountStamps(IServiceScopeFactory scopes, TimeProvider time)
{
    private readonly ConcurrentDictionary<Guid, (string? Digest, long ReadAt)> _known = new();

    /// <summary>How long an answer of the database is believed. Default 3 seconds.</summary>
    public TimeSpan Memory { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>What goes into a session: a digest, for the stamp itself is a secret of the account.</summary>
    public static string Digest(Account account)
    {
        ArgumentNullException.ThrowIfNull(account);
        return Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes($"{account.Id:N}:{account.SecurityStamp}")), 0, 16);
    }

    /// <summary>True while the account is open and unchanged.</summary>
    public async Task<bool> AgreesAsync(Guid accountId, string? digest, CancellationToken ct)
    {
        if (!_known.TryGetValue(accountId, out var known) || time.GetElapsedTime(known.ReadAt) > Memory)
        {
            known = (await ReadAsync(accountId, ct), time.GetTimestamp());
            if (_known.Count > 10_000)
            {
                _known.Clear();
            }

            _known[accountId] = known;
        }

        return digest is not null && known.Digest == digest;
    }

    internal void Forget(Guid accountId) => _known.TryRemove(accountId, out _);

    private async Task<string?> ReadAsync(Guid accountId, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var account = await scope.ServiceProvider.GetRequiredService<IdentityDb>().Users.AsNoTracking()
            .SingleOrDefaultAsync(a => a.Id == accountId, ct);
        return account is null || account.DisabledAt is not null ? null : Digest(account);
    }
}
