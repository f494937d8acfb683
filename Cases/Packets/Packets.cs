using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Pana.Engine;

namespace Pana.Cases;

/// <summary>Sends papers to agencies, registers their receipt and calls them back (p30–31, p35).</summary>
public sealed class Packets(CaseDb db, DbSession session, AuditTrail audit, TimeProvider time)
{
    /// <summary>Shows the papers to the agency; those already shown stay as they are, recalled ones are shown again.</summary>
    public Task ShareAsync(Guid caseId, IReadOnlyCollection<Guid> paperIds, Guid agencyId, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(paperIds);
        return session.InTransactionAsync(
            async token =>
            {
                await RefuseForeignAsync(caseId, paperIds, token);
                var shares = await SharesAsync(paperIds, agencyId, token);
                foreach (var paperId in paperIds)
                {
                    if (!shares.TryGetValue(paperId, out var share))
                    {
                        db.PaperShares.Add(new PaperShare { PaperId = paperId, AgencyId = agencyId, SharedAt = time.GetUtcNow() });
                    }
                    else if (share.RecalledAt is not null)
                    {
                        (share.SharedAt, share.ReceivedAt, share.RecalledAt) = (time.GetUtcNow(), null, null);
                    }

                    Note("paper.shared", caseId, paperId, agencyId);
                }
            },
            ct);
    }

    /// <summary>The agency has registered what was sent in this case.</summary>
    public Task ReceiveAsync(Guid caseId, Guid agencyId, CancellationToken ct = default) => session.InTransactionAsync(
        async token =>
        {
            var papers = db.Papers.Where(paper => paper.CaseId == caseId).Select(paper => paper.Id);
            await db.PaperShares.Where(share => share.AgencyId == agencyId && papers.Contains(share.PaperId)).LoadAsync(token);
            var ofCase = db.Papers.Local.Where(paper => paper.CaseId == caseId).Select(paper => paper.Id)
                .Concat(await papers.ToListAsync(token)).ToHashSet();
            foreach (var share in db.PaperShares.Local.Where(share =>
                share.AgencyId == agencyId && ofCase.Contains(share.PaperId) && share is { ReceivedAt: null, RecalledAt: null }))
            {
                share.ReceivedAt = time.GetUtcNow();
                Note("paper.received", caseId, share.PaperId, agencyId);
            }
        },
        ct);

    /// <summary>The agency no longer sees the papers.</summary>
    public Task RecallAsync(Guid caseId, IReadOnlyCollection<Guid> paperIds, Guid agencyId, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(paperIds);
        return session.InTransactionAsync(
            async token =>
            {
                await RefuseForeignAsync(caseId, paperIds, token);
                foreach (var share in (await SharesAsync(paperIds, agencyId, token)).Values.Where(share => share.RecalledAt is null))
                {
                    share.RecalledAt = time.GetUtcNow();
                    Note("paper.recalled", caseId, share.PaperId, agencyId);
                }
            },
            ct);
    }

    private async Task<Dictionary<Guid, PaperShare>> SharesAsync(IReadOnlyCollection<Guid> paperIds, Guid agencyId, CancellationToken ct)
    {
        await db.PaperShares.Where(share => share.AgencyId == agencyId && paperIds.Contains(share.PaperId)).LoadAsync(ct);
        return db.PaperShares.Local
            .Where(share => share.AgencyId == agencyId && paperIds.Contains(share.PaperId))
            .ToDictionary(share => share.PaperId);
    }

    private async Task RefuseForeignAsync(Guid caseId, IReadOnlyCollection<Guid> paperIds, CancellationToken ct)
    {
        var own = await db.Papers.Where(paper => paper.CaseId == caseId).Select(paper => paper.Id).ToListAsync(ct);
        var foreign = paperIds.Except(own).Except(db.Papers.Local.Where(paper => paper.CaseId == caseId).Select(paper => paper.Id)).ToList();
        if (foreign.Count > 0)
        {
            throw new InvalidOperationException($"Expected papers of case {caseId}, got {string.Join(", ", foreign)}. Share only what belongs to the case.");
        }
    }

    private void Note(string action, Guid caseId, Guid paperId, Guid agencyId) =>
        audit.Note(action, caseId, paperId.ToString(), new JsonObject { ["agency"] = agencyId.ToString() });
}
