using Microsoft.EntityFrameworkCore;
using Pana.Cases;

namespace Pana.Portal.Pages.Tasks;

/// <summary>How many tasks wait, counted up to 100 each: beyond that nobody reads the number.</summary>
internal sealed record InboxCounts(Capped Mine, Capped Role, Capped Late)
{
    public Capped All => new(Mine.Number + Role.Number);

    /// <summary>All counts in one query.</summary>
    public static async Task<InboxCounts> OfAsync(IQueryable<UserTask> open, Guid? user, DateTimeOffset now, CaseDb db, CancellationToken ct)
    {
        var mine = open.Where(task => task.AssigneeId == user);
        var role = open.Where(task => task.AssigneeId != user);
        var late = open.Where(task => task.DueAt < now);
        var counts = await db.Database.SqlQuery<int>($"SELECT 1 AS \"Value\"")
            .Select(_ => new
            {
                Mine = mine.OrderBy(task => task.DueAt).Take(Capped.Limit).Count(),
                Role = role.OrderBy(task => task.DueAt).Take(Capped.Limit).Count(),
                Late = late.OrderBy(task => task.DueAt).Take(Capped.Limit).Count(),
            })
            .SingleAsync(ct);
        return new(new(counts.Mine), new(counts.Role), new(counts.Late));
    }
}
