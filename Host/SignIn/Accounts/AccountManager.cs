using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Pana.Portal.SignIn.Accounts;

/// <summary>Identity's account manager on the portal's clock, with the acts an administrator needs.</summary>
public sealed class AccountManager(
    IUserStore<Account> store,
    IOptions<IdentityOptions> options,
    IPasswordHasher<Account> hasher,
    IEnumerable<IUserValidator<Account>> userValidators,
    IEnumerable<IPasswordValidator<Account>> passwordValidators,
    ILookupNormalizer keyNormalizer,
    IdentityErrorDescriber errors,
    IServiceProvider services,
    ILogger<AccountManager> logger,
    TimeProvider time,
    AccountStamps stamps)
    : UserManager<Account>(store, options, hasher, userValidators, passwordValidators, keyNormalizer, errors, services, logger)
{
    private static readonly Account Nobody = new() { PasswordHash = null };
    private static string? _decoy;

    /// <summary>The account whose name and password these are, or null. An unknown name costs the same time as a wrong password.</summary>
    public async Task<Account?> CheckAsync(string? userName, string? password)
    {
        var account = string.IsNullOrWhiteSpace(userName) ? null : await FindByNameAsync(userName.Trim());
        if (account?.PasswordHash is null)
        {
            _decoy ??= PasswordHasher.HashPassword(Nobody, Guid.NewGuid().ToString());
            PasswordHasher.VerifyHashedPassword(Nobody, _decoy, password ?? "");
            return null;
        }

        var matches = await CheckPasswordAsync(account, password ?? "");
        if (account.DisabledAt is not null || account.OneTimePasswordUntil <= time.GetUtcNow() || await IsLockedOutAsync(account))
        {
            return null;
        }

        if (matches)
        {
            if (account.AccessFailedCount > 0)
            {
                await ResetAccessFailedCountAsync(account);
            }

            return account;
        }

        await AccessFailedAsync(account);
        return null;
    }

    /// <summary>Closes the account: every session and token of it is over with the next request.</summary>
    public async Task DisableAsync(Account account)
    {
        ArgumentNullException.ThrowIfNull(account);
        account.DisabledAt = time.GetUtcNow();
        await UpdateSecurityStampAsync(account);
    }

    /// <summary>Opens a closed account again.</summary>
    public async Task EnableAsync(Account account)
    {
        ArgumentNullException.ThrowIfNull(account);
        account.DisabledAt = null;
        await UpdateSecurityStampAsync(account);
    }

    /// <inheritdoc/>
    public override Task<bool> IsLockedOutAsync(Account user)
    {
        ArgumentNullException.ThrowIfNull(user);
        return Task.FromResult(user.LockoutEnabled && user.LockoutEnd > time.GetUtcNow());
    }

    /// <inheritdoc/>
    public override async Task<IdentityResult> AccessFailedAsync(Account user)
    {
        ArgumentNullException.ThrowIfNull(user);
        user.AccessFailedCount++;
        if (user.AccessFailedCount >= Options.Lockout.MaxFailedAccessAttempts)
        {
            user.AccessFailedCount = 0;
            user.LockoutEnd = time.GetUtcNow() + Options.Lockout.DefaultLockoutTimeSpan;
        }

        return await UpdateAsync(user);
    }

    /// <inheritdoc/>
    protected override async Task<IdentityResult> UpdateUserAsync(Account user)
    {
        var result = await base.UpdateUserAsync(user);
        stamps.Forget(user.Id);
        return result;
    }
}
