using Microsoft.Extensions.Options;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using OpenIddict.Server.AspNetCore;
using Pana.Portal.Access;
using Pana.Portal.Security;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Pana.Portal.SignIn.Issuer;

/// <summary>The issuer's rules. Read on first use, because without a configured origin the address is known only once the server listens.</summary>
internal sealed class IssuerConfiguration(IssuerKeys keys, PortalAddress address, TimeProvider time)
    : IConfigureOptions<OpenIddictServerOptions>, IConfigureOptions<OpenIddictServerAspNetCoreOptions>
{
    public void Configure(OpenIddictServerOptions options)
    {
        options.Issuer = address.Root;
        options.TimeProvider = time;
        options.SigningCredentials.Add(keys.Signing);
        options.EncryptionCredentials.Add(keys.Encryption);

        options.GrantTypes.Add(GrantTypes.AuthorizationCode);
        options.GrantTypes.Add(GrantTypes.RefreshToken);
        options.GrantTypes.Add(GrantTypes.ClientCredentials);
        options.ResponseTypes.Add(ResponseTypes.Code);
        options.ResponseModes.Clear();
        options.ResponseModes.Add(ResponseModes.Query);

        options.RequireProofKeyForCodeExchange = true;
        options.CodeChallengeMethods.Clear();
        options.CodeChallengeMethods.Add(CodeChallengeMethods.Sha256);

        options.AuthorizationCodeLifetime = TimeSpan.FromSeconds(60);
        options.AccessTokenLifetime = TimeSpan.FromMinutes(10);
        options.IdentityTokenLifetime = TimeSpan.FromMinutes(5);
        options.RefreshTokenLifetime = TimeSpan.FromHours(12);
        options.DisableSlidingRefreshTokenExpiration = true;
        options.RefreshTokenReuseLeeway = TimeSpan.Zero;

        options.Scopes.UnionWith([Scopes.OpenId, Scopes.Profile, Scopes.OfflineAccess, ElsaAccess.Scope]);
        options.Claims.UnionWith([Claims.Name, PanaClaims.Role, PanaClaims.Organisation, PanaClaims.Agency]);
    }

    public void Configure(OpenIddictServerAspNetCoreOptions options)
    {
        options.EnableAuthorizationEndpointPassthrough = true;
        options.EnableEndSessionEndpointPassthrough = true;
        options.EnableStatusCodePagesIntegration = true;
        options.DisableTransportSecurityRequirement = !address.IsSecure;
    }
}
