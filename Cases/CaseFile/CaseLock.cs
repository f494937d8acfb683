using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Pana.Engine;

namespace Pana.Cases;

/// <summary>
/// Lets one transaction at a time change a case, and makes sure it changes the newest row: a page may have loaded the
/// case before its transaction began. Parallel workflows of one case therefore wait for each other instead of failing.
/// </summary>
public sealed class CaseLock(CaseDb db, DbSession session)
{
    private readonly HashSet<Guid> _held = [];
    private DbTransaction? _of;

    /// <summary>Locks the case's row and refreshes the entity, once in a transaction.</summary>
    public async Task TakeAsync(Case file, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(file);

        if (!ReferenceEquals(_of, session.Transaction))
        {
            _of = session.Transaction;
            _held.Clear();
        }

        var entry = db.Entry(file);
        if (entry.State == EntityState.Added || !_held.Add(file.Id))
        {
            return;
        }

        if (entry.State == EntityState.Detached)
        {
            db.Attach(file);
        }

        var rows = session.Kind == DatabaseKind.Postgres
            ? db.Cases.FromSql($"SELECT * FROM cases WHERE id = {file.Id} FOR UPDATE")
            : db.Cases.FromSql($"SELECT * FROM cases WHERE id = {file.Id}");
        var newest = await rows.AsNoTracking().SingleOrDefaultAsync(ct)
            ?? throw new InvalidOperationException($"Expected case {file.Id} in the database, found none. Open it through Intake first.");
        if (entry.State == EntityState.Unchanged)
        {
            entry.CurrentValues.SetValues(newest);
            entry.OriginalValues.SetValues(newest);
        }
    }
}
