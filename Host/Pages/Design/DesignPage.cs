using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Pana.Cases;
using Pana.Portal.Access;

namespace Pana.Portal.Pages.Design;

/// <summary>A page for process designers: it shows content and case codes, never a person.</summary>
[Authorize(Policy.Design)]
public abstract class DesignPage : PageModel
{
    /// <summary>The reader's language.</summary>
    public static string Culture => CultureInfo.CurrentUICulture.Name;

    /// <summary>What stands in the way, each with its place; shown above the page's form.</summary>
    public IReadOnlyList<ContentDefect> Defects { get; protected set; } = [];

    /// <summary>Somebody else was faster: the page has to be loaded again.</summary>
    public bool Stale { get; protected set; }

    /// <summary>Does it; when there are defects, or somebody else was faster, the page is shown again with what was typed.</summary>
    private protected async Task<IActionResult> OrRefusedAsync(Func<Task<IActionResult>> act)
    {
        try
        {
            return await act();
        }
        catch (ContentDefectsException refused)
        {
            Defects = refused.Defects;
            return Refused(StatusCodes.Status422UnprocessableEntity);
        }
        catch (ContentChangedException)
        {
            Stale = true;
            return Refused(StatusCodes.Status409Conflict);
        }
    }

    private protected PageResult Refused(int status)
    {
        Response.StatusCode = status;
        return Page();
    }
}
