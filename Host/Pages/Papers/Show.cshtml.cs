using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Pana.Cases;
using Pana.Engine;
using Pana.Portal.Access;
using Pana.Portal.Papers;
using Pana.Portal.Texts;
using Pana.Portal.Wording;

namespace Pana.Portal.Pages.Papers;

/// <summary>A paper with who signed it, whether it is frozen and whether its bytes are still those that were signed.</summary>
[Authorize(Policy.Papers)]
internal sealed class ShowModel(
    CaseDb db, DbSession session, CurrentActor actor, PaperMaker maker, PaperTemplates templates, ChromiumPdf pdf, AuditTrail audit, TimeProvider time, IStringLocalizer<PaperTexts> texts) : PageModel
{
    public Paper Paper { get; private set; } = null!;
    public string Code { get; private set; } = "";
    public string Title { get; private set; } = "";
    public string Back { get; private set; } = "/papers";
    public string BackWords { get; private set; } = "";
    public string TaskQuery { get; private set; } = "";
    public DateOnly Today { get; private set; }
    public bool HasPdf => pdf.IsAvailable;
    public string Hash { get; private set; } = "";
    public bool HashAgrees { get; private set; }
    public IReadOnlyList<(string Language, Guid Id)> Languages { get; private set; } = [];
    public IReadOnlyList<(string Who, string When, bool Signed)> Signatures { get; private set; } = [];
    public IReadOnlyList<(string Who, string When)> Shares { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, Guid? task, CancellationToken ct)
    {
        var mine = db.Papers.AsNoTracking().VisibleTo(actor.Value, db);
        if (await mine.SingleOrDefaultAsync(paper => paper.Id == id, ct) is not { } found)
        {
            return NotFound();
        }

        Paper = found;
        Today = time.GetUtcNow().LocalDate();
        Title = PaperTitles.Of(templates, found.Kind);
        var versions = await mine.Where(paper => paper.CaseId == found.CaseId && paper.Kind == found.Kind).WithCode(db).ToListAsync(ct);
        Code = versions[0].Code;
        Languages = [.. versions.GroupBy(paper => paper.Language).OrderBy(same => same.Key, StringComparer.Ordinal)
            .Select(same => (same.Key, same.Key == found.Language ? found.Id : same.MaxBy(paper => paper.Version)!.Id))];
        Signatures = [.. Signed(found)];
        Shares = await SharesAsync(found, ct);
        await GoBackAsync(task, ct);
        if (found.FrozenAt is not null)
        {
            Hash = Convert.ToHexStringLower(found.Sha256);
            HashAgrees = SHA256.HashData(Encoding.UTF8.GetBytes(await maker.ReadAsync(found, ct))).AsSpan().SequenceEqual(found.Sha256);
        }

        audit.Note("paper.viewed", found.CaseId, found.Id.ToString());
        await session.InTransactionAsync(token => db.SaveChangesAsync(token), ct);
        return Page();
    }

    private IEnumerable<(string Who, string When, bool Signed)> Signed(Paper paper)
    {
        var groups = templates.Kinds.TryGetValue(paper.Kind, out var kind) ? kind.Signers : [];
        foreach (var signature in paper.Signatures)
        {
            var group = groups.FirstOrDefault(group => group.Group == signature.Group)?.Name.In(CultureInfo.CurrentUICulture.Name) ?? signature.Group;
            yield return ($"{group}: {signature.SignerName}", signature.SignedAt.DayAndTime(Today) + (signature.Dissents ? $" · {texts["Dissents"]}" : ""), true);
        }

        foreach (var group in groups.Where(group => paper.State == PaperState.Draft && group.Least > paper.Signatures.Count(signature => signature.Group == group.Group)))
        {
            yield return (group.Name.In(CultureInfo.CurrentUICulture.Name), texts["Awaited"], false);
        }
    }

    // Where a paper went is for those who keep the case.
    private async Task<List<(string Who, string When)>> SharesAsync(Paper paper, CancellationToken ct)
    {
        if (actor.Value.AgencyId is not null)
        {
            return [];
        }

        var shares = await db.PaperShares.AsNoTracking().Where(share => share.PaperId == paper.Id)
            .Join(db.Agencies, share => share.AgencyId, agency => agency.Id, (share, agency) => new { share, agency })
            .ToListAsync(ct);
        return [.. shares.Select(row => (row.agency.Name.In(CultureInfo.CurrentUICulture.Name),
            row.share.SharedAt.DayAndTime(Today)
            + (row.share.ReceivedAt is { } received ? $" · {texts["Shared.received"]} {received.DayAndTime(Today)}" : "")
            + (row.share.RecalledAt is { } recalled ? $" · {texts["Shared.recalled"]} {recalled.DayAndTime(Today)}" : "")))];
    }

    private async Task GoBackAsync(Guid? task, CancellationToken ct)
    {
        if (task is { } id && await db.UserTasks.VisibleTo(actor.Value, db).AnyAsync(own => own.Id == id, ct))
        {
            (Back, BackWords, TaskQuery) = ($"/tasks/{id}", texts["Back.task"], $"?task={id}");
        }
        else
        {
            (Back, BackWords) = actor.Value.AgencyId is null ? ($"/cases/{Code}", texts["Back.case"]) : ("/papers", texts["List"]);
        }
    }
}
