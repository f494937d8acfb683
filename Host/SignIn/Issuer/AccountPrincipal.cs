using System.Security.Claims;
using OpenIddict.Abstractions;
using Pana.Portal.Access;
using Pana.Portal.SignIn.Accounts;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Pana.Portal.SignIn.Issuer;

/// <summary>What the issuer says of an account.</summary>
internal static class AccountPrincipal
{
    public static ClaimsPrincipal For(Account account, IEnumerable<string> scopes)
    {
        var identity = new ClaimsIdentity("pana-issuer", Claims.Name, PanaClaims.Role);
        identity.SetClaim(Claims.Subject, account.Id.ToString());
        identity.SetClaim(Claims.Name, account.DisplayName);
        identity.SetClaims(PanaClaims.Role, [.. account.Roles]);
        identity.SetClaim(PanaClaims.Organisation, account.OrganisationId?.ToString());
        identity.SetClaim(PanaClaims.Agency, account.AgencyId?.ToString());
        identity.SetClaim(PanaClaims.Stamp, AccountStamps.Digest(account));
        identity.SetScopes(scopes);
        identity.SetResources(ElsaAccess.ResourcesOf(identity.GetScopes()));
        identity.SetDestinations(static claim => claim.Type == Claims.Subject || claim.Subject!.HasScope(Scopes.Profile)
            ? [Destinations.AccessToken, Destinations.IdentityToken]
            : [Destinations.AccessToken]);
        return new ClaimsPrincipal(identity);
    }
}
