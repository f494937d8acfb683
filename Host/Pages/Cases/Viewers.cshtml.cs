using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Pana.Cases;
using Pana.Engine;
using Pana.Portal.Access;
using Pana.Portal.Pages.Audit;
using Pana.Portal.Texts;
using Pana.Portal.Wording;

namespace Pana.Portal.Pages.Cases;

/// <summary>Who looked at the case, for the people who work on it and, printed, for the recipient.</summary>
[Authorize(Policy.Cases)]
internal sealed class ViewersModel(
    CaseDb db, DbSession session, CurrentActor actor, AuditTrail audit, TimeProvider time, IStringLocalizer<AuditTexts> texts) : PageModel
{
    private const int PageSize = 100;

    public string Code { get; private set; } = "";
    public DateOnly Today { get; private set; }
    public string? Next { get; private set; }
    public IReadOnlyList<(DateTimeOffset At, string? Who, string What)> Looks { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string code, string? before, CancellationToken ct)
    {
        var file = await db.Cases.VisibleTo(actor.Value, db).SingleOrDefaultAsync(file => file.Code == code, ct);
        if (file is null)
        {
            return NotFound();
        }

        Code = file.Code;
        Today = time.GetUtcNow().LocalDate();
        var entries = db.AuditEntries.AsNoTracking().Where(entry => entry.CaseId == file.Id && Cases.Looks.Actions.Contains(entry.Action));
        var found = await entries.Before(AuditCursor.Parse(before)).Take(PageSize + 1).ToListAsync(ct);
        Looks = [.. found.Take(PageSize).Select(entry => (entry.At, entry.ActorId is null ? null : entry.ActorName, AuditWords.Of(texts, entry.Action)))];
        Next = found.Count > PageSize ? AuditCursor.Of(found[PageSize - 1]) : null;
        audit.Note("viewers.viewed", file.Id, file.Code);
        await session.InTransactionAsync(token => db.SaveChangesAsync(token), ct);
        return Page();
    }
}
