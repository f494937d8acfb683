using System.Collections.Immutable;
using System.Security.Claims;
using OpenIddict.Abstractions;
using Pana.Cases;
using Pana.Portal.Access;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Pana.Portal.SignIn.Issuer;

/// <summary>The right to call the designer's API with a bearer token: a scope of its own, so that no other token opens it.</summary>
internal static class ElsaAccess
{
    /// <summary>The scope a program asks for.</summary>
    public const string Scope = "elsa";

    /// <summary>The audience of the tokens it gets.</summary>
    public const string Audience = "elsa-api";

    public static ImmutableArray<string> ResourcesOf(ImmutableArray<string> scopes) => scopes.Contains(Scope) ? [Audience] : [];

    /// <summary>A program that acts for itself: always a process designer, never anything else.</summary>
    public static async Task<ClaimsPrincipal> PrincipalAsync(
        IOpenIddictApplicationManager applications, string clientId, ImmutableArray<string> scopes, CancellationToken ct)
    {
        var application = await applications.FindByClientIdAsync(clientId, ct)
            ?? throw new InvalidOperationException($"The program '{clientId}' was let in a moment ago and is gone now. Ask for a token again.");
        var identity = new ClaimsIdentity("pana-issuer", Claims.Name, PanaClaims.Role);
        identity.SetClaim(Claims.Subject, await applications.GetIdAsync(application, ct));
        identity.SetClaim(Claims.Name, await applications.GetDisplayNameAsync(application, ct));
        identity.SetClaim(PanaClaims.Role, RoleCodes.ToCode(Role.ProcessDesigner));
        identity.SetScopes(scopes);
        identity.SetResources(ResourcesOf(scopes));
        identity.SetDestinations(static _ => [Destinations.AccessToken]);
        return new ClaimsPrincipal(identity);
    }
}
