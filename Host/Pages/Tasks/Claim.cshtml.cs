using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Pana.Cases;
using Pana.Portal.Access;

namespace Pana.Portal.Pages.Tasks;

/// <summary>Takes a task for the acting person.</summary>
[Authorize(Policy.Tasks)]
internal sealed class ClaimModel(CaseDb db, CurrentActor actor, UserTasks tasks) : HoldPage(db, actor)
{
    public Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct) => HoldAsync(id, tasks.ClaimAsync, "claimed", ct);
}
