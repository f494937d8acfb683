using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Pana.Cases;

namespace Pana.Portal.Pages.Tasks;

/// <summary>Takes a task or gives it back, then shows it; when that is refused, the task's page says who and when.</summary>
internal abstract class HoldPage(CaseDb db, CurrentActor actor) : PageModel
{
    public IActionResult OnGet(Guid id) => LocalRedirect($"/tasks/{id}");

    private protected async Task<IActionResult> HoldAsync(Guid id, Func<Guid, CancellationToken, Task> act, string said, CancellationToken ct)
    {
        if (!await db.UserTasks.VisibleTo(actor.Value, db).AddressedTo(actor.Value).AnyAsync(task => task.Id == id, ct))
        {
            return NotFound();
        }

        try
        {
            await act(id, ct);
            return LocalRedirect($"/tasks/{id}?said={said}");
        }
        catch (Exception refused) when (refused is TaskHeldException or TaskAlreadyCompletedException)
        {
            return LocalRedirect($"/tasks/{id}");
        }
    }
}
