using Microsoft.AspNetCore.Authentication;

namespace Pana.Portal.SignIn.Session;

/// <summary>Ends what this browser holds: both sessions, and everything it kept of this site.</summary>
internal static class SessionEnd
{
    // Everything of this origin except the history, which no site can wipe.
    private const string Everything = "\"cache\", \"cookies\", \"storage\"";

    public static async Task EndSessionsAsync(this HttpContext context)
    {
        await context.SignOutAsync(SessionSchemes.Portal);
        await context.SignOutAsync(SessionSchemes.Issuer);
        await context.SignOutAsync(SessionSchemes.HalfWay);
        context.Response.Headers["Clear-Site-Data"] = Everything;
    }
}
