using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Pana.Cases;
using Pana.Engine;
using Pana.Portal.Access;
using Pana.Portal.Pages.Cases;
using Pana.Portal.Texts;
using Pana.Portal.Wording;

namespace Pana.Portal.Pages.Audit;

/// <summary>Who did what on the organisation's cases. Reading it is itself an entry.</summary>
[Authorize(Policy.Audit)]
internal sealed class IndexModel(
    CaseDb db, DbSession session, CurrentActor actor, AuditTrail audit, TimeProvider time, IStringLocalizer<AuditTexts> texts) : PageModel
{
    private const int PageSize = 100;

    public string? Code { get; private set; }
    public string? Before { get; private set; }
    public string? Next { get; private set; }
    public DateOnly Today { get; private set; }
    public IReadOnlyList<(DateTimeOffset At, string? Who, string What, string? Code, string? About)> Entries { get; private set; } = [];

    public async Task OnGetAsync(string? code, string? before, CancellationToken ct)
    {
        Today = time.GetUtcNow().LocalDate();
        Code = string.IsNullOrWhiteSpace(code) ? null : CaseSearch.CodeOf(code) ?? code.Trim();
        var cursor = AuditCursor.Parse(before);
        Before = cursor is null ? null : before;
        var entries = db.AuditEntries.AsNoTracking().VisibleTo(actor.Value, db);
        if (Code is not null)
        {
            entries = entries.OfCase(Code, db);
        }

        var found = await entries.Before(cursor).Take(PageSize + 1).WithCode(db).ToListAsync(ct);
        Entries = [.. found.OrderByDescending(row => row.Entry.At).ThenByDescending(row => row.Entry.Id).Take(PageSize).Select(row => (
            row.Entry.At,
            row.Entry.ActorId is null && row.Entry.ActorName == Actor.System.DisplayName ? null : row.Entry.ActorName,
            AuditWords.Of(texts, row.Entry.Action),
            row.Code,
            AboutOf(row.Entry)))];
        Next = found.Count > PageSize ? AuditCursor.Of(found.OrderByDescending(row => row.Entry.At).ThenByDescending(row => row.Entry.Id).ElementAt(PageSize - 1).Entry) : null;
        audit.Note("audit.viewed", null, "audit", Code is null ? null : new JsonObject { ["code"] = Code });
        await session.InTransactionAsync(token => db.SaveChangesAsync(token), ct);
    }

    /// <summary>What an act that concerns no case was done to: an account, a definition and its version.</summary>
    private static string? AboutOf(AuditEntry entry) => entry.Action.Split('.')[0] switch
    {
        "account" => entry.Subject,
        "definition" => entry.Detail?["version"] is { } version ? $"{entry.Subject} · {version}" : entry.Subject,
        "instance" => $"{entry.Detail?["definition"]} · {entry.Detail?["version"]}",
        _ => null,
    };
}
