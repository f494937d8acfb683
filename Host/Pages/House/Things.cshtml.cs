using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Pana.Cases;
using Pana.Portal.Access;
using Pana.Portal.Wording;

namespace Pana.Portal.Pages.House;

/// <summary>The register of things held in custody over all cases (p39).</summary>
[Authorize(Policy.House)]
internal sealed class ThingsModel(Custody custody, CaseDb db, AuditTrail audit, TimeProvider time) : PageModel
{
    public IReadOnlyList<CustodyLine> Lines { get; private set; } = [];
    public DateOnly Today { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        Today = time.GetUtcNow().LocalDate();
        Lines = await custody.ListAsync(null, ct);
        foreach (var (id, code) in Lines.Select(line => (line.Item.CaseId, line.Code)).Distinct())
        {
            audit.Note("things.viewed", id, code);
        }

        await db.SaveChangesAsync(ct);
    }
}
