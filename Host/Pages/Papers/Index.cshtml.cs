using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Pana.Cases;
using Pana.Portal.Access;
using Pana.Portal.Wording;

namespace Pana.Portal.Pages.Papers;

/// <summary>The papers one may read, latest first: those of one's cases, or those sent to one's agency.</summary>
[Authorize(Policy.Papers)]
internal sealed class IndexModel(CaseDb db, CurrentActor actor, PaperTemplates templates, TimeProvider time) : PageModel
{
    private const int PageSize = 50;

    public string? Before { get; private set; }
    public string? Next { get; private set; }
    public DateOnly Today { get; private set; }
    public IReadOnlyList<(PaperSight Paper, string Title)> Rows { get; private set; } = [];

    public async Task OnGetAsync(Guid? before, CancellationToken ct)
    {
        Today = time.GetUtcNow().LocalDate();
        Before = before?.ToString();
        var papers = db.Papers.AsNoTracking().VisibleTo(actor.Value, db);
        if (before is { } last)
        {
            // Ids are made in the order of time.
            papers = papers.Where(paper => paper.Id < last);
        }

        var found = await papers.OrderByDescending(paper => paper.Id).Take(PageSize + 1).WithCode(db).ToListAsync(ct);
        var ordered = found.OrderByDescending(paper => paper.Id).ToList();
        Rows = [.. ordered.Take(PageSize).Select(paper => (paper, PaperTitles.Of(templates, paper.Kind)))];
        Next = ordered.Count > PageSize ? ordered[PageSize - 1].Id.ToString() : null;
    }
}
