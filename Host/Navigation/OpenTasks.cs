using Microsoft.EntityFrameworkCore;
using Pana.Cases;

namespace Pana.Portal.Navigation;

/// <summary>How many tasks wait for the acting person, for the menu of every page; counted up to 100.</summary>
public sealed class OpenTasks(CaseDb db, CurrentActor actor)
{
    private const int Most = 100;

    /// <summary>The number as the menu shows it, or null for a person whose roles have no tasks.</summary>
    public async Task<string?> WordsAsync(CancellationToken ct)
    {
        if (actor.Value.OrganisationId is null && actor.Value.AgencyId is null)
        {
            return null;
        }

        var count = await db.UserTasks.VisibleTo(actor.Value, db).AddressedTo(actor.Value)
            .Where(task => task.State == UserTaskState.Open).OrderBy(task => task.DueAt).Take(Most).CountAsync(ct);
        return count < Most ? $"{count}" : "99+";
    }
}
