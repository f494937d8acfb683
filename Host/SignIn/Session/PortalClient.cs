using System.Security.Claims;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using OpenIddict.Client;
using OpenIddict.Client.AspNetCore;
using Pana.Portal.Access;
using Pana.Portal.Security;
using Pana.Portal.SignIn.Issuer;
using Pana.Portal.Start;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Pana.Portal.SignIn.Session;

/// <summary>The portal as a client of an OpenID Connect issuer: the one inside, or another named by <c>Pana:SignIn:Issuer</c>.</summary>
internal sealed class PortalClient(IOptions<PortalOptions> options, IssuerKeys keys, PortalAddress address, TimeProvider time)
    : IConfigureOptions<OpenIddictClientOptions>, IConfigureOptions<OpenIddictClientAspNetCoreOptions>
{
    public const string CallbackPath = "/signin/callback";
    public const string LogoutCallbackPath = "/signin/ended";
    private const string RegistrationId = "pana";

    public void Configure(OpenIddictClientOptions client)
    {
        client.TimeProvider = time;
        client.SigningCredentials.Add(keys.Signing);
        client.EncryptionCredentials.Add(keys.Encryption);
        client.GrantTypes.Add(GrantTypes.AuthorizationCode);
        client.ResponseTypes.Add(ResponseTypes.Code);
        client.ResponseModes.Clear();
        client.ResponseModes.Add(ResponseModes.Query);
        client.CodeChallengeMethods.Clear();
        client.CodeChallengeMethods.Add(CodeChallengeMethods.Sha256);
        client.RedirectionEndpointUris.Add(new Uri(CallbackPath.TrimStart('/'), UriKind.Relative));
        client.PostLogoutRedirectionEndpointUris.Add(new Uri(LogoutCallbackPath.TrimStart('/'), UriKind.Relative));

        // The state lives in the browser and is bound to it by a cookie; a visitor without a session writes nothing to the database.
        client.DisableTokenStorage = true;
        client.Registrations.Add(Registration());
    }

    public void Configure(OpenIddictClientAspNetCoreOptions client)
    {
        client.EnableRedirectionEndpointPassthrough = true;
        client.EnablePostLogoutRedirectionEndpointPassthrough = true;
        client.EnableStatusCodePagesIntegration = true;
        client.DisableAutomaticAuthenticationSchemeForwarding = true;
        client.DisableTransportSecurityRequirement = !address.IsSecure;
        client.CookieBuilder.Name = "pana-state";
        client.CookieBuilder.SecurePolicy = address.IsSecure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
    }

    private OpenIddictClientRegistration Registration()
    {
        var signIn = options.Value.SignIn;
        var registration = new OpenIddictClientRegistration
        {
            RegistrationId = RegistrationId,
            Issuer = signIn.Issuer is null ? address.Root : new Uri(signIn.Issuer),
            ClientId = signIn.ClientId,
            ClientSecret = signIn.Issuer is null ? null : signIn.ClientSecret,
            RedirectUri = new Uri(CallbackPath.TrimStart('/'), UriKind.Relative),
            PostLogoutRedirectUri = new Uri(LogoutCallbackPath.TrimStart('/'), UriKind.Relative),
        };
        registration.Scopes.Add(Scopes.OpenId);
        registration.Scopes.Add(Scopes.Profile);
        return registration;
    }
}
