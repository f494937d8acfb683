using Microsoft.AspNetCore.Localization;
using Pana.Portal.SignIn.Session;

namespace Pana.Portal.Texts;

/// <summary>Remembers the reader's language for a year. No account is asked: the sign-in page has languages too.</summary>
internal static class LanguageEndpoint
{
    public const string CookieName = "pana-lang";

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/language/{culture:regex(^(kk|ru|en)$)}", (string culture, string? back, HttpContext context) =>
        {
            context.Response.Cookies.Append(CookieName, CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(culture)), new CookieOptions
            {
                MaxAge = TimeSpan.FromDays(365),
                SameSite = SameSiteMode.Lax,
                Secure = context.Request.IsHttps,
                IsEssential = true,
            });
            return Results.LocalRedirect(SessionEndpoints.IsLocal(back) ? back! : "/");
        }).AllowAnonymous();
}
