using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Pana.Portal.Access;
using Pana.Portal.SignIn.Accounts;

namespace Pana.Portal.SignIn.Session;

/// <summary>Keeps the own browser signed in after the holder changed the account, when every other session of it ends.</summary>
internal static class SessionRenewal
{
    public static async Task RenewSessionAsync(this HttpContext context, Account account)
    {
        foreach (var scheme in (string[])[SessionSchemes.Portal, SessionSchemes.Issuer])
        {
            var held = await context.AuthenticateAsync(scheme);
            if (held.Principal?.Identity is ClaimsIdentity identity && held.Principal.HasClaim(PanaClaims.Subject, account.Id.ToString()))
            {
                var claims = identity.Claims.Where(c => c.Type != PanaClaims.Stamp).Append(new Claim(PanaClaims.Stamp, AccountStamps.Digest(account)));
                await context.SignInAsync(scheme, new ClaimsPrincipal(new ClaimsIdentity(claims, identity.AuthenticationType, identity.NameClaimType, identity.RoleClaimType)), held.Properties);
            }
        }
    }
}
