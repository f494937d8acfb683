using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Pana.Cases;
using Pana.Portal.Access;

namespace Pana.Portal.Pages.House;

/// <summary>The register of specialised offices with their passports (p9 1) 6)).</summary>
[Authorize(Policy.Registers)]
internal sealed class OfficesModel(Offices offices, CaseDb db, AuditTrail audit) : PageModel
{
    public IReadOnlyList<OfficeLine> Lines { get; private set; } = [];
    public bool MayWrite => RolePolicies.Allows(User, Policy.House);

    public async Task OnGetAsync(CancellationToken ct)
    {
        Lines = await offices.ListAsync(ct);
        audit.NoteFor(null, "office.viewed", "offices");
        await db.SaveChangesAsync(ct);
    }
}
