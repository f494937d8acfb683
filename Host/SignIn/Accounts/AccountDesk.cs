using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Identity;
using Pana.Cases;
using Pana.Engine;

namespace Pana.Portal.SignIn.Accounts;

/// <summary>
/// Every act on an account: one transaction with its audit entry, in the stream of the account's organisation, so that
/// its head and its auditor see who was given which right by whom.
/// </summary>
public sealed class AccountDesk(AccountManager accounts, IdentityDb identity, DbSession session, AuditTrail audit, SecondFactor factor, AccountStamps stamps, TimeProvider time)
{
    /// <summary>Opens an account and returns the one-time password of its holder.</summary>
    public async Task<(Account Account, string Password)> CreateAsync(AccountDraft draft, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var password = OneTimePassword.New();
        var account = new Account
        {
            Id = Guid.CreateVersion7(),
            UserName = draft.UserName,
            LockoutEnabled = true,
            OneTimePasswordUntil = time.GetUtcNow() + OneTimePassword.Lifetime,
        };
        Write(account, draft);
        await ActAsync(account, "account.created", Rights(account), async () => Demand(await accounts.CreateAsync(account, password)), ct);
        return (account, password);
    }

    /// <summary>Changes name, roles, place of work and address; a changed right ends the sessions at once.</summary>
    public Task ChangeAsync(Account account, AccountDraft draft, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(account);
        ArgumentNullException.ThrowIfNull(draft);
        var before = Rights(account);
        Write(account, draft);
        var after = Rights(account);
        after["before"] = before;
        return ActAsync(account, "account.changed", after, async () => Demand(await accounts.UpdateSecurityStampAsync(account)), ct);
    }

    /// <summary>Gives a new one-time password; the old one and every session are over.</summary>
    public async Task<string> ResetPasswordAsync(Account account, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(account);
        var password = OneTimePassword.New();
        await ActAsync(account, "account.passwordReset", null, async () =>
        {
            account.OneTimePasswordUntil = time.GetUtcNow() + OneTimePassword.Lifetime;
            account.LockoutEnd = null;
            account.AccessFailedCount = 0;
            await SetPasswordAsync(account, password);
        }, ct);
        return password;
    }

    /// <summary>The holder chooses an own password. Returns the key of what is wrong with it, or null when it holds now.</summary>
    public async Task<string?> ChoosePasswordAsync(Account account, string password, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(account);
        ArgumentNullException.ThrowIfNull(password);
        if (password.Length < 12)
        {
            return "PasswordTooShort";
        }

        if (await accounts.CheckPasswordAsync(account, password))
        {
            return "PasswordUnchanged";
        }

        if (account.UserName is { } name && password.Contains(name, StringComparison.OrdinalIgnoreCase))
        {
            return "PasswordHasName";
        }

        await ActAsync(account, "account.passwordChanged", null, async () =>
        {
            account.OneTimePasswordUntil = null;
            await SetPasswordAsync(account, password);
        }, ct);
        return null;
    }

    /// <summary>Turns the second step of signing in on, with the sealed secret whose code was just given.</summary>
    public Task AddSecondFactorAsync(Account account, string sealedSecret, long step, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(account);
        account.CodeSecret = sealedSecret;
        account.LastCodeStep = step;
        return ActAsync(account, "account.codeAdded", null, async () => Demand(await accounts.UpdateSecurityStampAsync(account)), ct);
    }

    /// <summary>Turns the second step off: the holder with the password, or an administrator when the telephone is lost.</summary>
    public Task RemoveSecondFactorAsync(Account account, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(account);
        account.CodeSecret = null;
        account.LastCodeStep = null;
        return ActAsync(account, "account.codeRemoved", null, async () => Demand(await accounts.UpdateSecurityStampAsync(account)), ct);
    }

    /// <summary>Whether the code is the account's and was not used before; a wrong one counts as a wrong password.</summary>
    public async Task<bool> TakeCodeAsync(Account account, string? code)
    {
        ArgumentNullException.ThrowIfNull(account);
        if (await accounts.IsLockedOutAsync(account))
        {
            return false;
        }

        if (factor.Step(account.CodeSecret, code, account.LastCodeStep) is not { } step)
        {
            await accounts.AccessFailedAsync(account);
            return false;
        }

        account.LastCodeStep = step;
        account.AccessFailedCount = 0;
        return (await accounts.UpdateAsync(account)).Succeeded;
    }

    /// <summary>Closes the account; every session of it is over.</summary>
    public Task CloseAsync(Account account, CancellationToken ct = default) =>
        ActAsync(account, "account.closed", null, () => accounts.DisableAsync(account), ct);

    /// <summary>Opens a closed account again.</summary>
    public Task OpenAsync(Account account, CancellationToken ct = default) =>
        ActAsync(account, "account.opened", null, () => accounts.EnableAsync(account), ct);

    private static void Write(Account account, AccountDraft draft)
    {
        account.DisplayName = draft.DisplayName.Trim();
        account.Roles = [.. draft.Roles];
        account.OrganisationId = draft.OrganisationId;
        account.AgencyId = draft.AgencyId;
        account.Email = string.IsNullOrWhiteSpace(draft.Email) ? null : draft.Email.Trim();
    }

    private static JsonObject Rights(Account account) => new()
    {
        ["roles"] = string.Join(' ', account.Roles),
        ["organisation"] = account.OrganisationId?.ToString(),
        ["agency"] = account.AgencyId?.ToString(),
    };

    private Task ActAsync(Account account, string action, JsonObject? detail, Func<Task> act, CancellationToken ct)
    {
        identity.Join(session);
        return session.InTransactionAsync(
            async _ =>
            {
                session.AfterCommit(() =>
                {
                    stamps.Forget(account.Id);
                    return Task.CompletedTask;
                });
                await act();
                audit.NoteFor(account.OrganisationId, action, account.UserName!, detail);
            },
            ct);
    }

    private async Task SetPasswordAsync(Account account, string password)
    {
        account.PasswordHash = accounts.PasswordHasher.HashPassword(account, password);
        Demand(await accounts.UpdateSecurityStampAsync(account));
    }

    private static void Demand(IdentityResult result)
    {
        if (!result.Succeeded)
        {
            throw new AccountRefusedException([.. result.Errors.Select(error => error.Code)]);
        }
    }
}
