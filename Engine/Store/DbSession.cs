using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Pana.Engine;

/// <summary>
/// The unit of work of one scope: one connection, at most one transaction, shared by the engine's own statements and
/// by every enrolled EF context. Whoever opens the transaction first ends it; all others join.
/// </summary>
public sealed partial class DbSession(DatabaseSource source, ILogger<DbSession>? logger = null) : IAsyncDisposable, IDisposable
{
    private readonly ILogger _logger = (ILogger?)logger ?? NullLogger.Instance;
    private readonly List<DbContext> _enrolled = [];
    private readonly List<Func<CancellationToken, Task>> _beforeCommit = [];
    private readonly List<Func<Task>> _afterCommit = [];
    private readonly List<Func<Task>> _afterEnd = [];
    private DbConnection? _connection;
    private bool _committed;
    private bool _escaped;

    public DatabaseKind Kind => source.Kind;

    /// <summary>The scope's connection, made when first asked for. On PostgreSQL it is open only inside a transaction.</summary>
    public DbConnection Connection => _connection ??= source.Rent();

    /// <summary>The running transaction; null outside <see cref="InTransactionAsync{T}"/>.</summary>
    public DbTransaction? Transaction { get; private set; }

    /// <summary>How many callers have joined the running transaction: 1 for the one who opened it, 0 without one.</summary>
    internal int Depth { get; private set; }

    /// <summary>
    /// Runs <paramref name="work"/> in a transaction and commits when the outermost caller's work has returned; an
    /// exception of the outermost work rolls everything back and forgets what the enrolled contexts had tracked.
    /// On SQLite the transaction takes its turn in the process's writer queue first, so never wait inside it for
    /// another scope that writes.
    /// </summary>
    public async Task<T> InTransactionAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken ct = default)
    {
        if (Transaction is not null)
        {
            Depth++;
            try
            {
                return await work(ct).ConfigureAwait(false);
            }
            finally
            {
                Depth--;
            }
        }

        await BeginAsync(ct).ConfigureAwait(false);
        T result;
        try
        {
            result = await work(ct).ConfigureAwait(false);
            if (!_committed)
            {
                await FlushAsync(ct).ConfigureAwait(false);
                await Transaction!.CommitAsync(ct).ConfigureAwait(false);
                _committed = true;
            }
        }
        finally
        {
            await EndAsync().ConfigureAwait(false);
            await RunAsync(_afterEnd).ConfigureAwait(false);
        }

        await RunAsync(_afterCommit).ConfigureAwait(false);
        return result;
    }

    /// <summary>The same for work without a result.</summary>
    public Task InTransactionAsync(Func<CancellationToken, Task> work, CancellationToken ct = default) =>
        InTransactionAsync(
            async token =>
            {
                await work(token).ConfigureAwait(false);
                return true;
            },
            ct);

    /// <summary>
    /// The same, and when the work meets a deadlock, a serialisation failure, a busy SQLite file or a stale instance it
    /// is done again from the start after some milliseconds, <see cref="DatabaseSource.Attempts"/> times in all. The work
    /// must read everything it changes inside itself. Inside a transaction it joins, and the outermost caller decides.
    /// </summary>
    public async Task<T> InRepeatableTransactionAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken ct = default)
    {
        for (var attempt = 1; ; attempt++)
        {
            var outermost = Transaction is null;
            try
            {
                return await InTransactionAsync(work, ct).ConfigureAwait(false);
            }
            catch (Exception e) when (outermost && !_escaped && attempt < source.Attempts && PassingFailure.Is(e))
            {
                StoreLog.Repeated(_logger, attempt, e);
            }

            // The one it met wakes first and takes its rows; two that come back together come back apart.
            await Task.Delay(Random.Shared.Next(5, 20) * attempt, ct).ConfigureAwait(false);
        }
    }

    /// <summary>Something of this transaction has left the database for good, such as a request to a server: it must not be repeated.</summary>
    internal void ForbidRepeating() => _escaped = Transaction is not null;

    /// <summary>
    /// Ties an EF context on <see cref="Connection"/> to this session: it follows the session's transaction and its
    /// changes are saved before every commit. A <see cref="WorkflowDb"/> enrolls itself.
    /// </summary>
    public void Enroll(DbContext db)
    {
        ArgumentNullException.ThrowIfNull(db);
        if (_enrolled.Contains(db))
        {
            return;
        }

        // A failure rolls the whole burst back; savepoints would be two more round trips for nothing.
        db.Database.AutoSavepointsEnabled = false;
        _enrolled.Add(db);
        if (Transaction is not null)
        {
            db.Database.UseTransaction(Transaction);
        }
    }

    /// <summary>Runs <paramref name="act"/> once the outermost transaction has committed, never after a rollback.</summary>
    /// <exception cref="InvalidOperationException">No transaction is running.</exception>
    public void AfterCommit(Func<Task> act)
    {
        ArgumentNullException.ThrowIfNull(act);
        if (Transaction is null)
        {
            throw new InvalidOperationException(
                "AfterCommit needs a running transaction, and none is open in this scope. Call it inside DbSession.InTransactionAsync.");
        }

        _afterCommit.Add(act);
    }

    /// <summary>Runs <paramref name="act"/> when the outermost transaction has ended, either way: what must survive a rollback.</summary>
    internal void AfterEnd(Func<Task> act) => _afterEnd.Add(act);

    /// <summary>Work to be written with the commit, after the contexts' changes: the outbox uses it.</summary>
    internal void BeforeCommit(Func<CancellationToken, Task> write) => _beforeCommit.Add(write);

    /// <summary>Writes what the enrolled contexts and <see cref="BeforeCommit"/> still hold, without committing.</summary>
    internal async Task FlushAsync(CancellationToken ct)
    {
        foreach (var db in _enrolled)
        {
            db.ChangeTracker.DetectChanges();
            if (db.ChangeTracker.HasChanges())
            {
                await db.SaveChangesAsync(ct).ConfigureAwait(false);
            }
        }

        for (var i = 0; i < _beforeCommit.Count; i++)
        {
            await _beforeCommit[i](ct).ConfigureAwait(false);
        }

        _beforeCommit.Clear();
    }

    /// <summary>The store has sent COMMIT in its own batch.</summary>
    internal void MarkCommitted() => _committed = true;

    public async ValueTask DisposeAsync()
    {
        if (Transaction is not null)
        {
            await EndAsync().ConfigureAwait(false);
        }

        if (_connection is { } connection)
        {
            _connection = null;
            await source.ReturnAsync(connection).ConfigureAwait(false);
        }
    }

    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();
}
