using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Pana.Cases;
using Pana.Portal.Access;

namespace Pana.Portal.Pages.Cases;

/// <summary>Keeps an application while it is being typed: for the script, and for the button without it.</summary>
[Authorize(Policy.NewCase)]
internal sealed class NewDraftModel(CaseDb db, CurrentActor actor, ApplicationDrafts drafts, FormCatalog forms) : PageModel
{
    public IActionResult OnGet(string? after) => LocalRedirect(Back(after));

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

        await drafts.SaveAsync(FormValidator.Draft(forms.Get(ApplicationReading.FormId), Request.Form), earlier, ct);
        // The script accepts anything; a browser that goes to a page names HTML first.
        return Request.Headers.Accept == "*/*" ? new NoContentResult() : LocalRedirect(Back(after));
    }

    private static string Back(string? after) => after is null ? "/cases/new" : $"/cases/new?after={Uri.EscapeDataString(after)}";
}
