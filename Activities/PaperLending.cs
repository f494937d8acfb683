using Microsoft.EntityFrameworkCore;
using Pana.Cases;
using Pana.Engine;

namespace Pana.Activities;

/// <summary>Which papers an agency does not see yet, and therefore has to be lent for a task.</summary>
internal static class PaperLending
{
    public static async Task<IReadOnlyList<Guid>> NotYetSharedAsync(ActivityExecutionContext context, IReadOnlyList<Paper> papers, Guid agency)
    {
        var db = context.GetRequiredService<CaseDb>();
        Guid[] ids = [.. papers.Select(paper => paper.Id)];
        var shares = await db.PaperShares
            .Where(share => ids.Contains(share.PaperId) && share.AgencyId == agency)
            .ToListAsync(context.CancellationToken);
        var shared = shares
            .Union(db.PaperShares.Local.Where(share => ids.Contains(share.PaperId) && share.AgencyId == agency))
            .Where(share => share.RecalledAt is null)
            .Select(share => share.PaperId)
            .ToHashSet();
        return [.. ids.Where(id => !shared.Contains(id))];
    }
}
