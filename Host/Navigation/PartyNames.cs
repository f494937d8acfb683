using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Pana.Cases;

namespace Pana.Portal.Navigation;

/// <summary>Names of organisations and agencies, read once and kept: they stand on every page and hardly ever change.</summary>
public sealed class PartyNames(IServiceScopeFactory scopes)
{
    private readonly ConcurrentDictionary<Guid, LocalizedText> _known = new();

    /// <summary>The name, or null when there is no such party.</summary>
    public async Task<LocalizedText?> FindAsync(Guid? id, CancellationToken ct = default)
    {
        if (id is not { } wanted)
        {
            return null;
        }

        if (_known.TryGetValue(wanted, out var name))
        {
            return name;
        }

        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CaseDb>();
        var organisation = await db.Organisations.AsNoTracking().SingleOrDefaultAsync(o => o.Id == wanted, ct);
        var found = organisation?.Name ?? (await db.Agencies.AsNoTracking().SingleOrDefaultAsync(a => a.Id == wanted, ct))?.Name;
        return found is null ? null : _known.GetOrAdd(wanted, found);
    }

    /// <summary>Forgets a name that was changed.</summary>
    public void Forget(Guid id) => _known.TryRemove(id, out _);
}
