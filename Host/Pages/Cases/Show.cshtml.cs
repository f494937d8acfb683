using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Pana.Cases;
using Pana.Portal.Access;
using Pana.Portal.Texts;

namespace Pana.Portal.Pages.Cases;

/// <summary>The case as a story: stages on top, then what happened, when, by which paragraph, in time or late.</summary>
[Authorize(Policy.Cases)]
internal sealed class ShowModel(CaseDb db, CaseBook book, AuditTrail audit, EventCatalog events, IStringLocalizer<CaseTexts> texts) : PageModel
{
    public CaseView View { get; private set; } = null!;

    /// <summary>What has just been done here.</summary>
    public string? Notice { get; private set; }

    /// <summary>The case was opened a moment ago: the page says what comes next.</summary>
    public bool Opened { get; private set; }

    public async Task<IActionResult> OnGetAsync(string code, string? recorded, bool opened, CancellationToken ct)
    {
        if (await book.LoadAsync(code, ct) is not { } view)
        {
            return NotFound();
        }

        View = view;
        Opened = opened;
        Notice = opened ? book.Opened(view)
            : recorded is not null && events.Find(recorded) is { } known ? texts["Record.done", known.Title.In(CultureInfo.CurrentUICulture.Name)].Value
            : null;
        audit.Note("case.viewed", view.CaseId, view.Code);
        await db.SaveChangesAsync(ct);
        return Page();
    }
}
