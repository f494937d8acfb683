using Microsoft.EntityFrameworkCore;
using Pana.Cases;
using Pana.Portal.SignIn.Accounts;

namespace Pana.Portal.Start;

/// <summary>
/// <c>--first-administrator NAME</c>: the one account that cannot be opened in the portal, and the way back when its
/// password or telephone is lost. Whoever can run the program with its keys could open everything anyway.
/// </summary>
internal sealed class FirstAdministrator(AccountManager accounts, AccountDesk desk, IdentityDb identity)
{
    /// <summary>Opens the account or gives it a new one-time password without a second factor, and says so on <paramref name="console"/>.</summary>
    public async Task RunAsync(string userName, TextWriter console, CancellationToken ct = default)
    {
        var account = await accounts.FindByNameAsync(userName);
        string password;
        if (account is null)
        {
            AccountDraft draft = new(userName, userName, [RoleCodes.ToCode(Role.Administrator)], null, null, null);
            if (AccountRules.Check(draft, isNew: true, agency: null).Any())
            {
                throw new StartRefusedException("--first-administrator",
                    [$"'{userName}' cannot be a user name; expected 3–40 of a–z, 0–9, '.', '_', '-', beginning with a letter or digit."]);
            }

            (account, password) = await desk.CreateAsync(draft, ct);
        }
        else if (!account.Roles.Contains(RoleCodes.ToCode(Role.Administrator)))
        {
            throw new StartRefusedException("--first-administrator",
                [$"'{userName}' exists and is no administrator. Give another name, or one of: {string.Join(", ", await NamesAsync(ct))}."]);
        }
        else
        {
            if (account.CodeSecret is not null)
            {
                await desk.RemoveSecondFactorAsync(account, ct);
            }

            if (account.DisabledAt is not null)
            {
                await desk.OpenAsync(account, ct);
            }

            password = await desk.ResetPasswordAsync(account, ct);
        }

        await console.WriteLineAsync($"Administrator: {account.UserName}");
        await console.WriteLineAsync($"One-time password, valid until {account.OneTimePasswordUntil:u}: {password}");
    }

    private async Task<List<string>> NamesAsync(CancellationToken ct)
    {
        var all = await identity.Users.AsNoTracking().ToListAsync(ct);
        return [.. all.Where(a => a.Roles.Contains(RoleCodes.ToCode(Role.Administrator))).Select(a => a.UserName!).Order()];
    }
}
