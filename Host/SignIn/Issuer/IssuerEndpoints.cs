using System.Security.Claims;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using Pana.Portal.Access;
using Pana.Portal.SignIn.Accounts;
using Pana.Portal.SignIn.Session;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Pana.Portal.SignIn.Issuer;

/// <summary>The two addresses of the issuer that a person's browser visits; OpenIddict answers the others by itself.</summary>
internal static class IssuerEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/connect/authorize", [HttpMethods.Get, HttpMethods.Post], AuthorizeAsync).AllowAnonymous();
        routes.MapMethods("/connect/logout", [HttpMethods.Get, HttpMethods.Post], (Delegate)EndSessionAsync).AllowAnonymous();
    }

    private static async Task<IResult> AuthorizeAsync(HttpContext context, AccountManager accounts)
    {
        var request = context.GetOpenIddictServerRequest()
            ?? throw new InvalidOperationException("Expected an OpenID Connect request at /connect/authorize; the issuer's middleware did not run.");
        var session = await context.AuthenticateAsync(SessionSchemes.Issuer);
        var account = session.Succeeded ? await accounts.FindByIdAsync(session.Principal.FindFirstValue(Claims.Subject) ?? "") : null;
        if (account is null || account.DisabledAt is not null
            || AccountStamps.Digest(account) != session.Principal!.FindFirstValue(PanaClaims.Stamp))
        {
            if (request.HasPromptValue(PromptValues.None))
            {
                return Results.Forbid(Error(Errors.LoginRequired, "The user is not signed in."), [OpenIddictServerAspNetCoreDefaults.AuthenticationScheme]);
            }

            var back = context.Request.Path + (context.Request.HasFormContentType
                ? QueryString.Create([.. context.Request.Form])
                : context.Request.QueryString);
            return Results.LocalRedirect("/account/login" + QueryString.Create("ReturnUrl", back));
        }

        return Results.SignIn(
            AccountPrincipal.For(account, request.GetScopes()), properties: null, OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
    }

    private static async Task<IResult> EndSessionAsync(HttpContext context)
    {
        await context.SignOutAsync(SessionSchemes.Issuer);
        return Results.SignOut(new AuthenticationProperties { RedirectUri = "/" }, [OpenIddictServerAspNetCoreDefaults.AuthenticationScheme]);
    }

    private static AuthenticationProperties Error(string error, string description) => new(new Dictionary<string, string?>
    {
        [OpenIddictServerAspNetCoreConstants.Properties.Error] = error,
        [OpenIddictServerAspNetCoreConstants.Properties.ErrorDescription] = description,
    });
}
