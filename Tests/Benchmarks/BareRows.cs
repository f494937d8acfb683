using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pana.Engine;

namespace Pana.Benchmarks;

/// <summary>
/// The rows that one operation of the engine wrote, taken from the database after it, so that the bare statement (L2)
/// writes rows of the same number and size.
/// </summary>
internal sealed record BareRows(InstanceRow Instance, IReadOnlyList<BookmarkRow> Bookmarks, IReadOnlyList<JournalRow> Journal)
{
    public static Task<BareRows> ReadAsync(BenchmarkDatabase database, string instanceId, long afterSequence) => database.InScopeAsync(async s =>
    {
        var db = s.GetRequiredService<WorkflowDb>();
        return new BareRows(
            await db.WorkflowInstances.AsNoTracking().SingleAsync(i => i.Id == instanceId),
            await db.Bookmarks.AsNoTracking().Where(b => b.InstanceId == instanceId).ToListAsync(),
            await db.Journal.AsNoTracking().Where(j => j.InstanceId == instanceId && j.Sequence > afterSequence).OrderBy(j => j.Sequence).ToListAsync());
    });
}
