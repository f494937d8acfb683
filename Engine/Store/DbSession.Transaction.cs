using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Pana.Engine;

// How a transaction begins and ends.
public sealed partial class DbSession
{
    private async Task BeginAsync(CancellationToken ct)
    {
        if (Kind == DatabaseKind.Sqlite)
        {
            await EnterWriterQueueAsync(ct).ConfigureAwait(false);
        }

        try
        {
            if (Connection.State != ConnectionState.Open)
            {
                await Connection.OpenAsync(ct).ConfigureAwait(false);
            }

            // On PostgreSQL the BEGIN travels with the first statement; on SQLite this is BEGIN IMMEDIATE.
            Transaction = await Connection.BeginTransactionAsync(ct).ConfigureAwait(false);
        }
        catch
        {
            if (Kind == DatabaseKind.Sqlite)
            {
                source.Writer.Exit();
            }

            throw;
        }

        Depth = 1;
        _committed = false;
        _escaped = false;
        foreach (var db in _enrolled)
        {
            db.Database.UseTransaction(Transaction);
        }
    }

    private async ValueTask EnterWriterQueueAsync(CancellationToken ct)
    {
        try
        {
            await source.Writer.EnterAsync(source.WriterPatience, ct).ConfigureAwait(false);
        }
        catch (TimeoutException e)
        {
            throw new TimeoutException(
                $"The SQLite writer was busy for {source.WriterPatience.TotalSeconds:0} seconds. Expected: short transactions, one after another. " +
                "Likely cause: a transaction that waits for another scope which also writes. Do both in one scope, or use PostgreSQL.",
                e);
        }
    }

    /// <summary>Rolls back unless committed, and leaves the session ready for the next transaction.</summary>
    private async Task EndAsync()
    {
        var transaction = Transaction!;
        Transaction = null;
        Depth = 0;
        _beforeCommit.Clear();
        try
        {
            foreach (var db in _enrolled)
            {
                if (!_committed)
                {
                    db.ChangeTracker.Clear();
                }

                if (db.Database.CurrentTransaction is not null)
                {
                    db.Database.UseTransaction(null);
                }
            }

            if (!_committed)
            {
                _afterCommit.Clear();
            }

            await RollBackUnlessCompletedAsync(transaction).ConfigureAwait(false);
            if (Kind == DatabaseKind.Postgres)
            {
                await Connection.CloseAsync().ConfigureAwait(false);
            }
        }
        finally
        {
            if (Kind == DatabaseKind.Sqlite)
            {
                source.Writer.Exit();
            }
        }
    }

    private async Task RollBackUnlessCompletedAsync(DbTransaction transaction)
    {
        try
        {
            // Disposing a transaction that is not completed rolls it back.
            await transaction.DisposeAsync().ConfigureAwait(false);
        }
        catch (DbException e)
        {
            // The connection is gone, and with it the transaction; the caller already has the first exception.
            StoreLog.RollbackFailed(_logger, e);
        }
    }

    private async Task RunAsync(List<Func<Task>> waiting)
    {
        if (waiting.Count == 0)
        {
            return;
        }

        var acts = waiting.ToArray();
        waiting.Clear();
        foreach (var act in acts)
        {
            try
            {
                await act().ConfigureAwait(false);
            }
#pragma warning disable CA1031 // The transaction has ended; whatever fails here must not change how it looks to the caller.
            catch (Exception e)
#pragma warning restore CA1031
            {
                StoreLog.AfterTransactionFailed(_logger, e);
            }
        }
    }
}
