using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using Pana.Portal.Start;

namespace Pana.Portal.Security;

/// <summary>Sends the browser's protections with every answer, errors and redirects included.</summary>
internal sealed class SecurityHeaders(RequestDelegate next, IOptions<PortalOptions> options)
{
    // After a form of ours the browser may be led on to another issuer; the policy has to know it.
    private readonly string _formTargets = options.Value.SignIn.Issuer is { } issuer ? " " + new Uri(issuer).GetLeftPart(UriPartial.Authority) : "";
    private readonly bool _secure = options.Value.IsSecure;

    private const string PermissionsPolicy =
        "accelerometer=(), autoplay=(), browsing-topics=(), camera=(), display-capture=(), fullscreen=(), geolocation=(), "
        + "gyroscope=(), hid=(), idle-detection=(), magnetometer=(), microphone=(), midi=(), payment=(), screen-wake-lock=(), serial=(), usb=(), xr-spatial-tracking=()";

    public Task InvokeAsync(HttpContext context)
    {
        context.Response.OnStarting(static state =>
        {
            var (self, http) = ((SecurityHeaders, HttpContext))state;
            self.Write(http);
            return Task.CompletedTask;
        }, (this, context));
        return next(context);
    }

    private void Write(HttpContext context)
    {
        var headers = context.Response.Headers;
        var nonce = context.Nonce();
        // A page with content of its own (a paper in its frame) has said its own, stricter policy.
        if (StringValues.IsNullOrEmpty(headers.ContentSecurityPolicy))
        {
            headers.ContentSecurityPolicy =
                $"default-src 'none'; script-src 'nonce-{nonce}'; style-src 'self' 'nonce-{nonce}'; img-src 'self' data:; font-src 'self'; "
                + $"connect-src 'self'; manifest-src 'self'; frame-src 'self'; form-action 'self'{_formTargets}; base-uri 'none'; object-src 'none'; frame-ancestors 'none'";
            headers.XFrameOptions = "DENY";
        }

        if (_secure)
        {
            headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
        }

        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = PermissionsPolicy;
        headers["X-Robots-Tag"] = "noindex, nofollow, noarchive";
        if (!IsFile(context))
        {
            headers.CacheControl = "no-store";
            headers.Pragma = StringValues.Empty;
        }
    }

    // Styles, scripts and the studio's files carry their own rule: for ever under the name of their content. Everything else is a page and is never stored.
    private static bool IsFile(HttpContext context) =>
        context.Response.StatusCode < 400
        && (context.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null
            || context.Response.Headers.CacheControl.ToString().Contains("max-age", StringComparison.Ordinal));
}
