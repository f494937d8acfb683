using OpenIddict.Abstractions;
using OpenIddict.Validation;
using Pana.Portal.Access;
using Pana.Portal.SignIn.Accounts;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Validation.OpenIddictValidationEvents;

namespace Pana.Portal.SignIn.Issuer;

/// <summary>A person's bearer token is worth nothing within seconds of the account being closed or changed, as a session is.</summary>
internal sealed class BearerRules(AccountStamps stamps) : IOpenIddictValidationHandler<ProcessAuthenticationContext>
{
    public async ValueTask HandleAsync(ProcessAuthenticationContext context)
    {
        if (context.AccessTokenPrincipal is { } principal && principal.GetClaim(PanaClaims.Stamp) is { } stamp
            && !(Guid.TryParse(principal.GetClaim(Claims.Subject), out var id) && await stamps.AgreesAsync(id, stamp, context.CancellationToken)))
        {
            context.Reject(Errors.InvalidToken, "The account is closed or has changed since. Sign in again.");
        }
    }
}
