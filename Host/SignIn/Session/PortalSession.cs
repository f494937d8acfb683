using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Options;
using OpenIddict.Client.AspNetCore;
using Pana.Portal.Access;
using Pana.Portal.SignIn.Accounts;
using Pana.Portal.Start;

namespace Pana.Portal.SignIn.Session;

/// <summary>
/// The portal's session cookie: gone with the browser, over after <see cref="SignInOptions.Idle"/> unused and after
/// <see cref="SignInOptions.Absolute"/> in any case, and at once when the account is closed.
/// </summary>
internal sealed class PortalSession(IOptions<PortalOptions> options, AccountStamps stamps, TimeProvider time) : CookieAuthenticationEvents
{
    private const string Began = ".began";

    public static void Configure(CookieAuthenticationOptions cookie, PortalOptions options, string name)
    {
        var secure = options.IsSecure;
        cookie.Cookie.Name = secure ? $"__Host-{name}" : name;
        cookie.Cookie.Path = "/";
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.IsEssential = true;
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.Cookie.SecurePolicy = secure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        cookie.ExpireTimeSpan = options.SignIn.Idle;
    }

    public override Task SigningIn(CookieSigningInContext context)
    {
        context.Properties.IsPersistent = false;
        context.Properties.Items.TryAdd(Began, time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        return Task.CompletedTask;
    }

    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        if (!IsYoungEnough(context.Properties) || !await IsStillGoodAsync(context))
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(context.Scheme.Name);
        }
    }

    // A browser's page load goes through the issuer; a script's request is told to load the page instead.
    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context)
    {
        var request = context.Request;
        if (request.Headers.ContainsKey("HX-Request"))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            context.Response.Headers["HX-Refresh"] = "true";
            return Task.CompletedTask;
        }

        var back = HttpMethods.IsGet(request.Method) ? request.Path + request.QueryString : "/";
        return context.HttpContext.ChallengeAsync(
            OpenIddictClientAspNetCoreDefaults.AuthenticationScheme, new AuthenticationProperties { RedirectUri = back });
    }

    // The answer itself says 403, in the page's own place; an address of its own for "denied" would tell less.
    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    private bool IsYoungEnough(AuthenticationProperties properties) =>
        properties.Items.TryGetValue(Began, out var text)
        && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var began)
        && time.GetUtcNow() - DateTimeOffset.FromUnixTimeSeconds(began) < options.Value.SignIn.Absolute;

    private async Task<bool> IsStillGoodAsync(CookieValidatePrincipalContext context)
    {
        if (options.Value.SignIn.Issuer is not null)
        {
            return true;
        }

        return Guid.TryParse(context.Principal?.FindFirstValue(PanaClaims.Subject), out var id)
            && await stamps.AgreesAsync(id, context.Principal!.FindFirstValue(PanaClaims.Stamp), context.HttpContext.RequestAborted);
    }
}
