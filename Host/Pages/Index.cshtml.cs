using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Pana.Portal.Navigation;

namespace Pana.Portal.Pages;

/// <summary>The address without a path: leads to the first section the user may open.</summary>
public sealed class IndexModel(Menu menu) : PageModel
{
    /// <summary>Redirects.</summary>
    public IActionResult OnGet() => LocalRedirect(menu.Start(User));
}
