using System.Collections.Immutable;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using Pana.Portal.Access;
using Pana.Portal.SignIn.Accounts;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Pana.Portal.SignIn.Issuer;

/// <summary>A code or refresh token is worth nothing once its account is closed or changed; fresh tokens carry fresh claims.</summary>
internal sealed class TokenRules(AccountManager accounts, IOpenIddictApplicationManager applications)
    : IOpenIddictServerHandler<HandleTokenRequestContext>, IOpenIddictServerHandler<HandleUserInfoRequestContext>
{
    public async ValueTask HandleAsync(HandleTokenRequestContext context)
    {
        if (context.Request.IsClientCredentialsGrantType())
        {
            // The client has shown its secret already, and only programs of the configuration have this grant.
            context.SignIn(await ElsaAccess.PrincipalAsync(applications, context.ClientId!, context.Request.GetScopes(), context.CancellationToken));
            return;
        }

        var account = await accounts.FindByIdAsync(context.Principal?.GetClaim(Claims.Subject) ?? "");
        if (account is null || account.DisabledAt is not null || AccountStamps.Digest(account) != context.Principal!.GetClaim(PanaClaims.Stamp))
        {
            context.Reject(Errors.InvalidGrant, "The account is closed or has changed since. Sign in again.");
            return;
        }

        var fresh = AccountPrincipal.For(account, context.Principal!.GetScopes());
        foreach (var type in new[] { Claims.Name, PanaClaims.Role, PanaClaims.Organisation, PanaClaims.Agency })
        {
            context.Principal!.SetClaims(type, fresh.GetClaims(type));
        }

        context.Principal!.SetDestinations(static claim => claim.Type == Claims.Subject || claim.Subject!.HasScope(Scopes.Profile)
            ? [Destinations.AccessToken, Destinations.IdentityToken]
            : [Destinations.AccessToken]);
        context.SignIn(context.Principal!);
    }

    public ValueTask HandleAsync(HandleUserInfoRequestContext context)
    {
        if (context.AccessTokenPrincipal is { } principal && principal.HasScope(Scopes.Profile))
        {
            foreach (var type in new[] { Claims.Name, PanaClaims.Organisation, PanaClaims.Agency })
            {
                if (principal.GetClaim(type) is { } value)
                {
                    context.Claims[type] = value;
                }
            }

            context.Claims[PanaClaims.Role] = new OpenIddictParameter([.. principal.GetClaims(PanaClaims.Role)]);
        }

        return ValueTask.CompletedTask;
    }
}
