using System.Security.Claims;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Pana.Cases;

namespace Pana.Designer;

/// <summary>
/// Lets process designers through, and nobody else: by the session's cookie from a page of this origin, or by a bearer
/// token. Answers 401 and 403 as JSON, never a redirect, since a script reads them.
/// </summary>
internal sealed class Gate(DesignerOptions options) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        await RefuseAsync(context.HttpContext) ?? await next(context);

    /// <summary>Why the request may not pass; null when it may, with its user and actor set.</summary>
    public async Task<IResult?> RefuseAsync(HttpContext http)
    {
        var scheme = http.Request.Headers.Authorization.ToString().Split(' ')[0];
        var bearer = scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase);
        if (bearer)
        {
            var ticket = options.BearerScheme is null ? null : (await http.AuthenticateAsync(options.BearerScheme)).Principal;
            http.User = ticket ?? new ClaimsPrincipal(new ClaimsIdentity());
        }

        if (http.User.Identity?.IsAuthenticated != true)
        {
            return Closed(StatusCodes.Status401Unauthorized, "Sign in first.");
        }

        if (!bearer && !IsFromHere(http))
        {
            return Closed(StatusCodes.Status403Forbidden, "The request came from another site.");
        }

        if (options.ActorOf is { } actorOf)
        {
            http.RequestServices.GetRequiredService<CurrentActor>().Value = actorOf(http.User);
        }

        var allowed = await http.RequestServices.GetRequiredService<IAuthorizationService>().AuthorizeAsync(http.User, options.Policy);
        return allowed.Succeeded ? null : Closed(StatusCodes.Status403Forbidden, "Only a process designer may do this.");
    }

    /// <summary>Browsers say where a request comes from; a cookie without that word is believed for reading only.</summary>
    private static bool IsFromHere(HttpContext http)
    {
        var request = http.Request;
        if (request.Headers.TryGetValue("Sec-Fetch-Site", out var site))
        {
            return site == "same-origin" || (site == "none" && HttpMethods.IsGet(request.Method) && !IsSocket(http));
        }

        if (request.Headers.TryGetValue("Origin", out var origin))
        {
            return string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
        }

        return HttpMethods.IsGet(request.Method) && !IsSocket(http);
    }

    /// <summary>A socket begins with a GET, but what it brings goes on: it needs the word.</summary>
    private static bool IsSocket(HttpContext http) => http.WebSockets.IsWebSocketRequest || http.Request.Headers.Upgrade.Count > 0;

    private static IResult Closed(int status, string text) => Answer.Json(new JsonObject { ["title"] = text, ["status"] = status }, status);
}
