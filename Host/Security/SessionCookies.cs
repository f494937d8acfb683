using Microsoft.AspNetCore.CookiePolicy;

namespace Pana.Portal.Security;

/// <summary>What holds for every cookie.</summary>
internal static class SessionCookies
{
    /// <summary>
    /// HttpOnly and at least Lax; and to the browser every cookie ends with its window, because the end of a session is
    /// judged here, by the portal's clock. (A cookie that states its age, as the language does, keeps it.)
    /// </summary>
    public static CookiePolicyOptions Policy() => new()
    {
        HttpOnly = HttpOnlyPolicy.Always,
        MinimumSameSitePolicy = SameSiteMode.Lax,
        OnAppendCookie = static cookie =>
        {
            if (cookie.CookieOptions.Expires > DateTimeOffset.UnixEpoch)
            {
                cookie.CookieOptions.Expires = null;
            }
        },
    };
}
