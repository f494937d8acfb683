using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pana.Cases;
using Pana.Engine;

namespace Pana.Benchmarks;

/// <summary>Every row of one family, its sealed values opened.</summary>
internal sealed record FamilyRows(IReadOnlyList<object> Rows, IReadOnlyDictionary<Guid, byte[]> Opened)
{
    public static async Task<FamilyRows> ReadAsync(IServiceProvider services, IReadOnlyList<Guid> family)
    {
        var db = services.GetRequiredService<CaseDb>();
        string?[] correlations = [.. family.Select(id => id.ToString("N"))];
        var instances = await db.WorkflowInstances.AsNoTracking().Where(row => correlations.Contains(row.CorrelationId)).ToListAsync();
        var ids = instances.Select(row => row.Id).ToList();
        var papers = await db.Papers.AsNoTracking().Where(row => family.Contains(row.CaseId)).ToListAsync();
        var paperIds = papers.Select(row => row.Id).ToList();
        var answers = await db.SealedAnswers.AsNoTracking().Where(row => family.Contains(row.CaseId)).ToListAsync();
        var values = await db.VaultValues.AsNoTracking().Where(row => family.Contains(row.OwnerId)).ToListAsync();
        object[] rows =
        [
            .. await db.Cases.AsNoTracking().Where(row => family.Contains(row.Id)).ToListAsync(),
            .. await db.CaseEvents.AsNoTracking().Where(row => family.Contains(row.CaseId)).ToListAsync(),
            .. await db.Clocks.AsNoTracking().Where(row => family.Contains(row.CaseId)).ToListAsync(),
            .. instances,
            .. await db.Bookmarks.AsNoTracking().Where(row => ids.Contains(row.InstanceId)).ToListAsync(),
            .. await db.Journal.AsNoTracking().Where(row => ids.Contains(row.InstanceId)).ToListAsync(),
            .. await db.UserTasks.AsNoTracking().Where(row => family.Contains(row.CaseId)).ToListAsync(),
            .. answers,
            .. papers,
            .. await db.PaperShares.AsNoTracking().Where(row => paperIds.Contains(row.PaperId)).ToListAsync(),
            .. await db.VaultKeys.AsNoTracking().Where(row => family.Contains(row.OwnerId)).ToListAsync(),
            .. values,
            .. await db.AuditEntries.AsNoTracking().Where(row => row.CaseId != null && family.Contains(row.CaseId.Value)).ToListAsync(),
        ];
        return new FamilyRows(rows, await OpenAsync(services.GetRequiredService<Vault>(), answers, papers, values));
    }

    private static async Task<Dictionary<Guid, byte[]>> OpenAsync(Vault vault, List<SealedAnswers> answers, List<Paper> papers, List<VaultValue> values)
    {
        Dictionary<Guid, byte[]> opened = [];
        foreach (var row in answers)
        {
            opened[row.Id] = await vault.OpenAsync(row.CaseId, TaskAnswers.AnswersPurpose, row.Id, row.Sealed);
        }

        foreach (var row in papers)
        {
            opened[row.Id] = await vault.OpenAsync(row.CaseId, PaperMaker.Purpose, row.Id, row.Sealed);
        }

        foreach (var row in values)
        {
            opened[row.Id] = await vault.OpenAsync(row.OwnerId, row.Key, row.Id, row.Sealed);
        }

        return opened;
    }
}
