using Microsoft.AspNetCore.Http.Extensions;

namespace Pana.Portal.Security;

/// <summary>
/// Answers only under the portal's own address: another host name or plain http is sent there, so a forged Host header
/// never reaches a link, a cookie or a token. Health checks are exempt: they come from inside.
/// </summary>
internal sealed class CanonicalOrigin(RequestDelegate next, PortalAddress address)
{
    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        var origin = address.Origin;
        if (request.Path.StartsWithSegments("/health", StringComparison.Ordinal)
            || (request.Scheme == origin.Scheme && string.Equals(request.Host.Value, origin.Authority, StringComparison.OrdinalIgnoreCase)))
        {
            return next(context);
        }

        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method))
        {
            context.Response.StatusCode = StatusCodes.Status421MisdirectedRequest;
            return Task.CompletedTask;
        }

        context.Response.Redirect(UriHelper.BuildAbsolute(origin.Scheme, new HostString(origin.Authority), request.PathBase, request.Path, request.QueryString));
        return Task.CompletedTask;
    }
}
