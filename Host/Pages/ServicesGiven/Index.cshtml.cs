using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Pana.Cases;
using Pana.Portal.Access;
using Pana.Portal.Wording;

namespace Pana.Portal.Pages.ServicesGiven;

/// <summary>The day's work list of a specialist (p18): what the approved plans ask of this role, over all cases the person may open.</summary>
[Authorize(Policy.Cases)]
internal sealed class IndexModel(CaseDb db, CurrentActor actor, MeasureBook book, AuditTrail audit, TimeProvider time) : PageModel
{
    // More cases with a plan at once than an organisation of Appendix 3 can have.
    private const int Most = 200;

    public string Scope { get; private set; } = "mine";
    public DateOnly Today { get; private set; }
    public IReadOnlyList<MeasureRow> Rows { get; private set; } = [];

    public async Task OnGetAsync(string? scope, CancellationToken ct)
    {
        Scope = scope == "all" ? "all" : "mine";
        Today = time.GetUtcNow().LocalDate();
        var cases = await db.Cases.VisibleTo(actor.Value, db).Where(file => file.State == CaseState.InService)
            .OrderBy(file => file.Id).Take(Most).ToDictionaryAsync(file => file.Id, file => file.Code, ct);
        var rows = await book.OfAsync(cases, ct);
        Rows = Scope == "all" ? rows : [.. rows.Where(row => IsMine(row.Measure))];
        var shown = Rows.Select(row => row.Code).ToHashSet(StringComparer.Ordinal);
        foreach (var (id, code) in cases.Where(file => shown.Contains(file.Value)))
        {
            audit.Note("plan.viewed", id, code);
        }

        await db.SaveChangesAsync(ct);
    }

    // What nobody of the staff is named for falls to the social-work specialist; the head sees what each has to do under "all".
    private bool IsMine(PlanMeasure measure) => actor.Value.Is(measure.Performer) || (measure.Performer == Role.OtherSpecialist && actor.Value.Is(Role.SocialWorkSpecialist));
}
