using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Pana.Designer.Pages;

/// <summary>A page that holds one element of Elsa Studio, under a content policy of its own.</summary>
[Authorize(Policy = DesignerOptions.DefaultPolicy)]
public abstract class StudioPage : PageModel
{
    // The two hashes are inline scripts of the package that define window.editorHotkeys: check them when it is upgraded.
    private const string ContentPolicy =
        "default-src 'self'; script-src 'self' 'wasm-unsafe-eval' 'sha256-snlP1jz0gjwc5cTz9ErZcliXuCK63+Mmf68RRCeptgc=' 'sha256-vu6sQrKXQHR4Yn3FMMihA/9TxxfIXnCxKwvLrTPJ5ts='; "
        + "style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; "
        + "form-action 'self'; object-src 'none'; base-uri 'self'; frame-ancestors 'none'";

    /// <inheritdoc />
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context) =>
        Response.Headers.ContentSecurityPolicy = ContentPolicy;
}

/// <summary>The list of workflow definitions.</summary>
public sealed class DefinitionsModel : StudioPage;

/// <summary>The editor of one workflow definition.</summary>
public sealed class DefinitionModel : StudioPage
{
    /// <summary>The definition's logical id.</summary>
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";
}

/// <summary>The list of workflow instances: case codes and ids only.</summary>
public sealed class InstancesModel : StudioPage;

/// <summary>One workflow instance with its journal.</summary>
public sealed class InstanceModel : StudioPage
{
    /// <summary>The instance's id.</summary>
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";
}

/// <summary>Where a sign-in from the designer's banner ends: it tells the waiting page, which then goes on.</summary>
public sealed class SignedInModel : StudioPage;
