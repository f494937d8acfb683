using Microsoft.Extensions.Options;
using Pana.Portal.Start;

namespace Pana.Portal.Security;

/// <summary>
/// Lets the portal live below a path of a larger site (<c>Pana:PathBase</c>), whether the proxy takes the path away or
/// passes it on. Inside, every address is written without it; what leaves, redirects here and links in
/// <see cref="PrefixedLinks"/>, gets it.
/// </summary>
internal sealed class PathPrefix(RequestDelegate next, IOptions<PortalOptions> options)
{
    private readonly PathString _prefix = options.Value.PathBase;

    public Task InvokeAsync(HttpContext context)
    {
        if (!_prefix.HasValue)
        {
            return next(context);
        }

        Split(context.Request, _prefix);
        context.Response.OnStarting(static state =>
        {
            var http = (HttpContext)state;
            if (http.Response.Headers.Location.ToString() is { Length: > 0 } location)
            {
                http.Response.Headers.Location = Outward(http.Request.PathBase, location);
            }

            return Task.CompletedTask;
        }, context);
        return next(context);
    }

    /// <summary>Parts the prefix from the path; a path without it is one that a proxy has shortened.</summary>
    public static void Split(HttpRequest request, PathString prefix)
    {
        if (request.Path.StartsWithSegments(prefix, StringComparison.Ordinal, out var rest))
        {
            request.Path = rest.HasValue ? rest : "/";
        }

        request.PathBase = prefix;
    }

    /// <summary>An address of this site with its prefix; any other, and one that has it already, as it is.</summary>
    public static string Outward(PathString prefix, string address) =>
        !prefix.HasValue || address is not ['/', ..] || address.StartsWith("//", StringComparison.Ordinal) || Has(prefix.Value!, address) ? address : prefix + address;

    private static bool Has(string prefix, string address) =>
        address.StartsWith(prefix, StringComparison.Ordinal) && (address.Length == prefix.Length || address[prefix.Length] is '/' or '?' or '#');
}
