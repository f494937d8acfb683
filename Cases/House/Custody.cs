using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Pana.Engine;

namespace Pana.Cases;

/// <summary>The register of things held in custody and of clothing assigned (p39). The receipt at the end (<c>belongings.returned</c>) gives everything back.</summary>
public sealed class Custody(CaseDb db, DbSession session, CurrentActor actor, TaskAnswers answers, Vault vault, AuditTrail audit, TimeProvider time) : ICaseEventListener
{
    /// <summary>The form of a thing.</summary>
    public const string Form = "custody-item";

    /// <summary>The most things one list shows.</summary>
    public const int Most = 500;

    private const string Returned = "belongings.returned";

    /// <summary>Takes a thing into custody by a filled <see cref="Form"/>.</summary>
    public Task<CustodyItem> TakeAsync(Case file, FormDefinition form, FormAnswers given, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(given);
        return session.InRepeatableTransactionAsync(
            async token =>
            {
                if (file.State == CaseState.Closed)
                {
                    throw new CaseRuleException("Rule.CaseIsOver", $"Case {file.Code} is closed: everything was given back; nothing more can be taken.", file.Code);
                }

                var item = new CustodyItem
                {
                    CaseId = file.Id,
                    AnswersId = (await answers.KeepAsync(file.Id, null, form.Id, form.Version, given, token)).Id,
                    Kind = Enum.Parse<CustodyKind>(given.Text("kind")!, ignoreCase: true),
                    TakenAt = time.GetUtcNow(),
                    TakenByName = actor.Value.DisplayName,
                };
                db.CustodyItems.Add(item);
                audit.Note("thing.taken", file.Id, file.Code, new JsonObject { ["kind"] = item.Kind.ToString() });
                await db.SaveChangesAsync(token);
                return item;
            },
            ct);
    }

    /// <summary>Gives one thing back before the end. False when it is not held any more.</summary>
    public Task<bool> ReturnAsync(Case file, Guid itemId, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        return session.InRepeatableTransactionAsync(
            async token =>
            {
                if (await db.CustodyItems.SingleOrDefaultAsync(item => item.Id == itemId && item.CaseId == file.Id && item.ReturnedAt == null, token) is not { } held)
                {
                    return false;
                }

                GiveBack(held);
                audit.Note("thing.returned", file.Id, file.Code, new JsonObject { ["kind"] = held.Kind.ToString() });
                await db.SaveChangesAsync(token);
                return true;
            },
            ct);
    }

    /// <summary>The register: of one case all things, of all cases that may be opened only those still held; the newest first.</summary>
    public async Task<IReadOnlyList<CustodyLine>> ListAsync(Guid? caseId, CancellationToken ct = default)
    {
        var cases = db.Cases.VisibleTo(actor.Value, db);
        var rows = await db.CustodyItems.AsNoTracking().Where(item => caseId == null ? item.ReturnedAt == null : item.CaseId == caseId)
            .Join(cases, item => item.CaseId, file => file.Id, (item, file) => new { Item = item, file.Code })
            .Join(db.SealedAnswers, row => row.Item.AnswersId, kept => kept.Id, (row, kept) => new { row.Item, row.Code, Kept = kept })
            .OrderByDescending(row => row.Item.Id).Take(Most).ToListAsync(ct);
        await vault.FetchKeysAsync([.. rows.Select(row => row.Item.CaseId).Distinct()], ct);
        List<CustodyLine> lines = [];
        foreach (var row in rows)
        {
            var given = await answers.OpenAsync(row.Kept, ct);
            lines.Add(new CustodyLine(row.Item, row.Code, given.Text("what") ?? "", given.Text("count"), given.Text("marks")));
        }

        return lines;
    }

    /// <inheritdoc />
    public async Task RecordedAsync(Case file, CaseEvent recorded, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(recorded);
        if (recorded.Name == Returned)
        {
            foreach (var held in await db.CustodyItems.Where(item => item.CaseId == file.Id && item.ReturnedAt == null).ToListAsync(ct))
            {
                GiveBack(held);
            }
        }
    }

    private void GiveBack(CustodyItem held)
    {
        held.ReturnedAt = time.GetUtcNow();
        held.ReturnedByName = actor.Value.DisplayName;
    }
}
