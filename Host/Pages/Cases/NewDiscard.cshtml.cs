using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Pana.Cases;
using Pana.Portal.Access;

namespace Pana.Portal.Pages.Cases;

/// <summary>Throws away an application that will not be registered.</summary>
[Authorize(Policy.NewCase)]
internal sealed class NewDiscardModel(CaseDb db, CurrentActor actor, ApplicationDrafts drafts) : PageModel
{
    public IActionResult OnGet() => LocalRedirect("/cases/new");

    public async Task<IActionResult> OnPostAsync(string? after, CancellationToken ct)
    {
        Guid? earlier = null;
        if (after is not null)
        {
            earlier = await db.Cases.VisibleTo(actor.Value, db).Where(file => file.Code == after).Select(file => (Guid?)file.Id).SingleOrDefaultAsync(ct);
            if (earlier is null)
            {
                return NotFound();
            }
        }

        await drafts.DiscardAsync(earlier, ct);
        return LocalRedirect(after is null ? "/cases/new" : $"/cases/new?after={Uri.EscapeDataString(after)}");
    }
}
