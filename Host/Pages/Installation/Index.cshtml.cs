using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Pana.Cases;
using Pana.Engine;
using Pana.Portal.Access;
using Pana.Portal.Start;
using Pana.Portal.Wording;

namespace Pana.Portal.Pages.Installation;

/// <summary>How outgoing messages stand: kinds, counts and ids of messages, never what they are about.</summary>
[Authorize(Policy.Administration)]
internal sealed class IndexModel(CaseDb db, OutboxDispatcher outbox, WorkflowEngineOptions engine, IOptions<PortalOptions> options, TimeProvider time) : PageModel
{
    private const int MostGivenUp = 100;

    /// <summary>The mail server; null without one.</summary>
    public string? MailServer => options.Value.Mail.IsConfigured ? options.Value.Mail.Host : null;

    /// <summary>Days after which a waiting message expires.</summary>
    public int FreshDays => (int)engine.OutboxFreshFor.TotalDays;

    public DateOnly Today { get; private set; }

    public IReadOnlyList<ParkedMessages> Parked { get; private set; } = [];

    public IReadOnlyList<OutboxRow> GivenUp { get; private set; } = [];

    /// <summary>What a kind is called; a kind the portal has no word for shows its code.</summary>
    public static string KindOf(IStringLocalizer texts, string kind) => texts["Kind." + kind] is { ResourceNotFound: false } word ? word.Value : kind;

    public async Task OnGetAsync(CancellationToken ct)
    {
        Today = time.GetUtcNow().LocalDate();
        Parked = await outbox.ParkedAsync(ct);
        GivenUp = await db.Outbox.AsNoTracking()
            .Where(row => row.DueAt == null && row.SentAt == null && row.ExpiredAt == null)
            .OrderBy(row => row.CreatedAt).Take(MostGivenUp).ToListAsync(ct);
    }

    /// <summary>Sends a message again that was given up.</summary>
    public async Task<IActionResult> OnPostAsync(string? id, CancellationToken ct)
    {
        if (!string.IsNullOrEmpty(id))
        {
            await outbox.ReviveAsync(id, ct);
        }

        return RedirectToPage();
    }
}
