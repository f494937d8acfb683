using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Pana.Cases;
using Pana.Portal.Access;

namespace Pana.Portal.Pages.Tasks;

/// <summary>Takes a task for the acting person.</summary>
[Authorize(Policy.Tasks)]
internal sealed class ClaimModel(CaseDb db, CurrentActor actor, UserTasks tasks) : PageModel
{
    public IActionResult OnGet(Guid id) => LocalRedirect($"/tasks/{id}");

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await db.UserTasks.VisibleTo(actor.Value, db).AddressedTo(actor.Value).AnyAsync(task => task.Id == id, ct))
        {
            return NotFound();
        }

        try
        {
            await tasks.ClaimAsync(id, ct);
            return LocalRedirect($"/tasks/{id}?said=claimed");
        }
        catch (Exception refused) when (refused is TaskHeldException or TaskAlreadyCompletedException)
        {
            // The task's page says who and when.
            return LocalRedirect($"/tasks/{id}");
        }
    }
}
