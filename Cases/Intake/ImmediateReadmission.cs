using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;

namespace Pana.Cases;

/// <summary>
/// A person who was expelled and could give no notice for a valid reason is taken in at once (p37 2), U10): the new case goes on
/// with the recognition and the signed assessment sheet of the earlier one, and a new decision is asked for.
/// </summary>
public sealed class ImmediateReadmission(CaseDb db, Vault vault, CaseLedger ledger, AuditTrail audit, TimeProvider time)
{
    private const string Sheet = "assessment-sheet";

    /// <summary>Whether an immediate re-admission was recorded in the case after its last order.</summary>
    public async Task<bool> WasGrantedAsync(Case earlier, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        string[] names = ["headOrder.signed", "readmission.immediate"];
        var last = await db.CaseEvents.AsNoTracking().Where(one => one.CaseId == earlier.Id && names.Contains(one.Name))
            .OrderByDescending(one => one.RecordedAt).ThenByDescending(one => one.Id).Select(one => one.Name).FirstOrDefaultAsync(ct);
        return last == "readmission.immediate";
    }

    /// <summary>
    /// Records that the person is in, and takes the recognition over when the earlier case has a signed sheet; call it before
    /// the admission is started. Without a sheet the person is in as well, and identification follows.
    /// </summary>
    public async Task TakeOverAsync(Case earlier, Case later, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        ArgumentNullException.ThrowIfNull(later);
        var from = new JsonObject { ["earlier"] = earlier.Id.ToString() };
        await ledger.RecordAsync(later, "recipient.admitted", data: from, ct: ct);
        var sheet = await db.Papers.Where(paper => paper.CaseId == earlier.Id && paper.Kind == Sheet && paper.State == PaperState.Signed)
            .OrderByDescending(paper => paper.Version).ThenByDescending(paper => paper.Id).FirstOrDefaultAsync(ct);
        if (sheet is null)
        {
            return;
        }

        await CopyAsync(sheet, later, ct);
        var ground = await db.CaseEvents.AsNoTracking().Where(one => one.CaseId == earlier.Id && one.Name == RecipientGround.RecordedWith)
            .OrderByDescending(one => one.RecordedAt).Select(one => one.Data).FirstOrDefaultAsync(ct);
        foreach (var name in (string[])["identification.started", RecipientGround.RecordedWith, "identification.completed"])
        {
            var data = (JsonObject)from.DeepClone();
            if (name == RecipientGround.RecordedWith && RecipientGround.Of(ground) is { } code)
            {
                data[CaseEvent.Code] = code;
            }

            await ledger.RecordAsync(later, name, data: data, ct: ct);
        }
    }

    /// <summary>The same bytes and signatures, sealed under the later case's key.</summary>
    private async Task CopyAsync(Paper sheet, Case later, CancellationToken ct)
    {
        var copy = new Paper
        {
            CaseId = later.Id,
            Kind = sheet.Kind,
            Language = sheet.Language,
            TemplateVersion = sheet.TemplateVersion,
            ReaderMask = sheet.ReaderMask,
            State = PaperState.Signed,
            Sealed = [],
            Sha256 = sheet.Sha256,
            CreatedAt = time.GetUtcNow(),
            FrozenAt = sheet.FrozenAt,
            Signatures = [.. sheet.Signatures],
        };
        var bytes = await vault.OpenAsync(sheet.CaseId, PaperMaker.Purpose, sheet.Id, sheet.Sealed, ct);
        copy.Sealed = await vault.SealAsync(later.Id, PaperMaker.Purpose, copy.Id, bytes, ct);
        db.Papers.Add(copy);
        audit.Note("paper.takenOver", later.Id, $"{copy.Kind}/{copy.Language}/{copy.Version}", new JsonObject { ["from"] = sheet.Id.ToString() });
        await db.SaveChangesAsync(ct);
    }
}
