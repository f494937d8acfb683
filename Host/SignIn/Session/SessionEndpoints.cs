using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using OpenIddict.Client.AspNetCore;
using Pana.Portal.Access;
using Pana.Portal.Start;

namespace Pana.Portal.SignIn.Session;

/// <summary>Where the issuer sends the browser back to, and the ways out.</summary>
internal static class SessionEndpoints
{
    private const string Ended = "/account/login?ended=true";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(PortalClient.CallbackPath, BeginAsync).AllowAnonymous();
        routes.MapGet(PortalClient.LogoutCallbackPath, () => Results.LocalRedirect(Ended)).AllowAnonymous();
        routes.MapPost("/account/logout", SignOutAsync).AllowAnonymous();
        routes.MapMethods("/exit", [HttpMethods.Get, HttpMethods.Post], QuickExitAsync).AllowAnonymous();
    }

    private static async Task<IResult> BeginAsync(HttpContext context, IOptions<PortalOptions> options)
    {
        var answer = await context.AuthenticateAsync(OpenIddictClientAspNetCoreDefaults.AuthenticationScheme);
        if (!answer.Succeeded)
        {
            return Results.LocalRedirect("/account/login");
        }

        var back = answer.Properties?.RedirectUri;
        await context.SignInAsync(SessionSchemes.Portal, Translate(answer.Principal, options.Value.SignIn));
        return Results.LocalRedirect(IsLocal(back) ? back! : "/");
    }

    private static async Task<IResult> SignOutAsync(HttpContext context, IOptions<PortalOptions> options)
    {
        await context.EndSessionsAsync();
        return options.Value.SignIn.Issuer is null
            ? Results.LocalRedirect(Ended)
            : Results.SignOut(new AuthenticationProperties { RedirectUri = Ended }, [OpenIddictClientAspNetCoreDefaults.AuthenticationScheme]);
    }

    // A GET on purpose: one touch must be enough without JavaScript, and being signed out by a foreign link harms nobody.
    private static async Task<IResult> QuickExitAsync(HttpContext context, IOptions<PortalOptions> options, ILogger<Program> logger)
    {
        await context.EndSessionsAsync();
        PortalLog.QuickExit(logger);
        return options.Value.ExitAddress is { } elsewhere ? Results.Redirect(elsewhere) : Results.LocalRedirect("/month");
    }

    // Only what the portal knows is kept: another issuer may send much more.
    private static ClaimsPrincipal Translate(ClaimsPrincipal answer, SignInOptions names)
    {
        var identity = new ClaimsIdentity(SessionSchemes.Portal, PanaClaims.Name, PanaClaims.Role);
        if (answer.FindFirst(PanaClaims.Subject)?.Value is { Length: > 0 } subject)
        {
            identity.AddClaim(new Claim(PanaClaims.Subject, SubjectIds.Of(names.Issuer ?? "", subject).ToString()));
        }

        Copy(PanaClaims.Name, PanaClaims.Name);
        Copy(names.RoleClaim, PanaClaims.Role);
        Copy(names.OrganisationClaim, PanaClaims.Organisation);
        Copy(names.AgencyClaim, PanaClaims.Agency);
        Copy(PanaClaims.Stamp, PanaClaims.Stamp);
        return new ClaimsPrincipal(identity);

        void Copy(string from, string to) => identity.AddClaims(
            answer.FindAll(from).Select(c => c.Value).Distinct().Select(value => new Claim(to, value)));
    }

    internal static bool IsLocal(string? url) =>
        url is ['/', ..] && !url.StartsWith("//", StringComparison.Ordinal) && !url.StartsWith("/\\", StringComparison.Ordinal);
}
