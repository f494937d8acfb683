using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Pana.Portal.Access;
using Pana.Portal.SignIn.Accounts;
using Pana.Portal.SignIn.Session;

namespace Pana.Portal.SignIn;

/// <summary>The way from the right password to the session: the code of the second factor, then an own password, then in.</summary>
public sealed class SignInSteps(AccountManager accounts, ILogger<SignInSteps> logger)
{
    /// <summary>How long somebody may take between the password and the last step.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private const string CodeGiven = "code-given";

    /// <summary>Begins the next step or the session, and returns the local address to go to.</summary>
    public async Task<string> NextAsync(HttpContext context, Account account, string returnUrl, bool codeGiven)
    {
        ArgumentNullException.ThrowIfNull(account);
        var step = account.CodeSecret is not null && !codeGiven ? "/account/code"
            : account.OneTimePasswordUntil is not null ? "/account/new-password"
            : null;
        List<Claim> claims = [new(PanaClaims.Subject, account.Id.ToString()), new(PanaClaims.Stamp, AccountStamps.Digest(account))];
        if (step is not null)
        {
            if (codeGiven)
            {
                claims.Add(new Claim(CodeGiven, "true"));
            }

            await context.SignInAsync(SessionSchemes.HalfWay, new ClaimsPrincipal(new ClaimsIdentity(claims, SessionSchemes.HalfWay)));
            return step + QueryString.Create("ReturnUrl", returnUrl);
        }

        PortalLog.SignedIn(logger, account.Id);
        await context.SignOutAsync(SessionSchemes.HalfWay);
        await context.SignInAsync(SessionSchemes.Issuer, new ClaimsPrincipal(new ClaimsIdentity(claims, SessionSchemes.Issuer)));
        return returnUrl;
    }

    /// <summary>Who is on the way in this browser, and whether the code was given; null when nobody is or the account changed meanwhile.</summary>
    public async Task<(Account Account, bool CodeGiven)?> OnTheWayAsync(HttpContext context)
    {
        var half = await context.AuthenticateAsync(SessionSchemes.HalfWay);
        if (!half.Succeeded
            || await accounts.FindByIdAsync(half.Principal.FindFirstValue(PanaClaims.Subject) ?? "") is not { DisabledAt: null } account
            || AccountStamps.Digest(account) != half.Principal.FindFirstValue(PanaClaims.Stamp))
        {
            return null;
        }

        return (account, half.Principal.HasClaim(CodeGiven, "true"));
    }
}
