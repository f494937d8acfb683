using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Pana.Cases;
using Pana.Portal.Access;

namespace Pana.Portal.Pages.Tasks;

/// <summary>Keeps what is typed so far: for the script while the person types, and for the button without it.</summary>
[Authorize(Policy.Tasks)]
internal sealed class DraftModel(CaseDb db, CurrentActor actor, UserTasks tasks, FormCatalog forms) : PageModel
{
    public IActionResult OnGet(Guid id) => LocalRedirect($"/tasks/{id}");

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        var task = await db.UserTasks.VisibleTo(actor.Value, db).AddressedTo(actor.Value)
            .Where(task => task.Id == id)
            .Select(task => new { task.FormId, task.FormVersion, task.State })
            .SingleOrDefaultAsync(ct);
        if (task is null)
        {
            return NotFound();
        }

        if (task.State == UserTaskState.Open)
        {
            await tasks.SaveDraftAsync(id, FormValidator.Draft(forms.Get(task.FormId, task.FormVersion), Request.Form), ct);
        }

        // The script accepts anything; a browser that goes to a page names HTML first.
        return Request.Headers.Accept != "*/*" ? LocalRedirect($"/tasks/{id}")
            : task.State == UserTaskState.Open ? new NoContentResult()
            : new ConflictResult();
    }
}
