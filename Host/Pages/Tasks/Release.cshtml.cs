using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Pana.Cases;
using Pana.Portal.Access;

namespace Pana.Portal.Pages.Tasks;

/// <summary>Gives a claimed task back to its role.</summary>
[Authorize(Policy.Tasks)]
internal sealed class ReleaseModel(CaseDb db, CurrentActor actor, UserTasks tasks) : PageModel
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
            await tasks.ReleaseAsync(id, ct);
            return LocalRedirect($"/tasks/{id}?said=released");
        }
        catch (Exception refused) when (refused is TaskHeldException or TaskAlreadyCompletedException)
        {
            // The task's page says who and when.
            return LocalRedirect($"/tasks/{id}");
        }
    }
}
