using Microsoft.AspNetCore.Mvc.Filters;
using Pana.Portal.Security;

namespace Pana.Portal.Pages.Design;

/// <summary>A preview inside a frame of the editor: the portal may frame it, and nothing it holds is sent anywhere.</summary>
public abstract class PreviewPage : DesignPage
{
    /// <inheritdoc />
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        Response.Headers.ContentSecurityPolicy = $"default-src 'none'; script-src 'nonce-{HttpContext.Nonce()}'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
            + "base-uri 'none'; form-action 'none'; frame-ancestors 'self'";
        Response.Headers.XFrameOptions = "SAMEORIGIN";
    }
}
