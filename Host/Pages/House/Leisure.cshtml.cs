using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Pana.Cases;
using Pana.Portal.Access;
using Pana.Portal.Texts;
using Pana.Portal.Wording;

namespace Pana.Portal.Pages.House;

/// <summary>The plans of cultural and leisure activities, and for which periods one can be begun (p9 6) 1)).</summary>
[Authorize(Policy.Registers)]
internal sealed class LeisureModel(LeisurePlans plans, CaseDb db, AuditTrail audit, TimeProvider time, IStringLocalizer<HouseTexts> texts) : PageModel
{
    public IReadOnlyList<LeisureLine> Lines { get; private set; } = [];
    public IReadOnlyList<PlanPeriod> Offered { get; private set; } = [];
    public string? Notice { get; private set; }
    public bool MayWrite => RolePolicies.Allows(User, Policy.House);

    public async Task OnGetAsync(bool discarded, CancellationToken ct)
    {
        Lines = await plans.ListAsync(ct);
        Offered = [.. PlanPeriod.Open(time.GetUtcNow().LocalDate()).Except(Lines.Select(line => line.Period))];
        Notice = discarded ? texts["Leisure.said.discarded"].Value : null;
        audit.NoteFor(null, "leisure.viewed", "leisure");
        await db.SaveChangesAsync(ct);
    }
}
