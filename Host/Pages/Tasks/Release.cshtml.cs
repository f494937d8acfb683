using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Pana.Cases;
using Pana.Portal.Access;

namespace Pana.Portal.Pages.Tasks;

/// <summary>Gives a claimed task back to its role.</summary>
[Authorize(Policy.Tasks)]
internal sealed class ReleaseModel(CaseDb db, CurrentActor actor, UserTasks tasks) : HoldPage(db, actor)
{
    public Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct) => HoldAsync(id, tasks.ReleaseAsync, "released", ct);
}
