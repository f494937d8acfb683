using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Pana.Engine;

/// <summary>
/// Sends what the outbox holds, after the commit that wrote it: at least once, with a stable id, again with growing
/// pauses, and after the last attempt it becomes an incident that a person sees and may revive. A message of a kind
/// that no registered sender delivers is parked: it waits, fails nothing, and expires when it is not fresh any more.
/// </summary>
public sealed class OutboxDispatcher(IServiceScopeFactory scopes, WorkflowEngineOptions options, TimeProvider time, ILogger<OutboxDispatcher> logger) : BackgroundService
{
    private const int PurgeBatch = 1000;
    private static readonly TimeSpan ClaimTime = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan TidyInterval = TimeSpan.FromHours(1);

    private DateTimeOffset _tidyAt = DateTimeOffset.MinValue;

    /// <summary>How often the database is asked. Default two seconds.</summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Attempts before a person is asked. Default 8: with the pauses about two hours.</summary>
    public int MaxAttempts { get; init; } = 8;

    /// <summary>30 seconds, 1, 2, 4 … minutes, at most an hour.</summary>
    internal static TimeSpan Pause(int attempt) => TimeSpan.FromSeconds(Math.Min(3600, 30 * Math.Pow(2, attempt - 1)));

    /// <summary>Tries everything that is due now and returns how many messages were sent.</summary>
    public async Task<int> DispatchDueAsync(CancellationToken ct = default)
    {
        var sent = 0;
        var kinds = Kinds();
        while (kinds.Count > 0 && !ct.IsCancellationRequested)
        {
            var now = time.GetUtcNow();
            var claimed = await WithRowsAsync(rows => rows.ClaimAsync(kinds, now, now - options.OutboxFreshFor, now + ClaimTime, 20, ct)).ConfigureAwait(false);
            foreach (var (message, attempt) in claimed)
            {
                sent += await SendAsync(message, attempt, ct).ConfigureAwait(false) ? 1 : 0;
            }

            if (claimed.Count == 0)
            {
                break;
            }
        }

        return sent;
    }

    /// <summary>Makes a message that was given up due again, with new attempts, and resolves its incident. False when there is no such message.</summary>
    public async Task<bool> ReviveAsync(string messageId, CancellationToken ct = default)
    {
        var scope = scopes.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
        {
            var session = scope.ServiceProvider.GetRequiredService<DbSession>();
            var store = scope.ServiceProvider.GetRequiredService<IWorkflowStore>();
            return await session.InTransactionAsync(
                async token =>
                {
                    var now = time.GetUtcNow();
                    if (await OutboxRows.For(session).ReviveAsync(messageId, now, token).ConfigureAwait(false) == 0)
                    {
                        return false;
                    }

                    await store.ResolveIncidentAsync(messageId, now, token).ConfigureAwait(false);
                    return true;
                },
                ct).ConfigureAwait(false);
        }
    }

    /// <summary>Messages that wait because no sender delivers their kind; empty when every kind has one.</summary>
    public async Task<IReadOnlyList<ParkedMessages>> ParkedAsync(CancellationToken ct = default) =>
        await WithRowsAsync(rows => rows.ParkedAsync(Kinds(), time.GetUtcNow(), ct)).ConfigureAwait(false);

    /// <summary>Expires what waited too long and removes what was sent or expired long ago; returns how many were removed. Runs once an hour by itself.</summary>
    public async Task<int> TidyAsync(CancellationToken ct = default)
    {
        var now = time.GetUtcNow();
        var expired = await WithRowsAsync(rows => rows.ExpireAsync(now, now - options.OutboxFreshFor, ct)).ConfigureAwait(false);
        if (expired > 0)
        {
            StoreLog.MessagesExpired(logger, expired, options.OutboxFreshFor);
        }

        // In pieces: a long purge must not keep SQLite's one writer.
        int removed, all = 0;
        do
        {
            removed = await WithRowsAsync(rows => rows.PurgeAsync(now - options.OutboxKeptFor, PurgeBatch, ct)).ConfigureAwait(false);
            all += removed;
        }
        while (removed == PurgeBatch);
        return all;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var ticks = new PeriodicTimer(Interval, time);
        while (await TimerPoller.WaitAsync(ticks, stoppingToken).ConfigureAwait(false))
        {
            try
            {
                await DispatchDueAsync(stoppingToken).ConfigureAwait(false);
                if (time.GetUtcNow() is var now && now >= _tidyAt)
                {
                    await TidyAsync(stoppingToken).ConfigureAwait(false);
                    _tidyAt = now + TidyInterval;
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // The database may be away: the next tick asks again.
            catch (Exception e)
#pragma warning restore CA1031
            {
                StoreLog.DispatchFailed(logger, e);
            }
        }
    }

    private async Task<bool> SendAsync(OutboxMessage message, int attempt, CancellationToken ct)
    {
        try
        {
            var scope = scopes.CreateAsyncScope();
            await using (scope.ConfigureAwait(false))
            {
                await scope.ServiceProvider.GetServices<IOutboxSender>().First(s => s.Kind == message.Kind).SendAsync(message, ct).ConfigureAwait(false);
            }
        }
#pragma warning disable CA1031 // Whatever stops one message must not stop the others.
        catch (Exception e) when (e is not OperationCanceledException || !ct.IsCancellationRequested)
#pragma warning restore CA1031
        {
            // The type alone: a server's answer may quote an address.
            var failure = e.GetType().FullName!;
            StoreLog.MessageFailed(logger, message.Id, message.Kind, attempt, failure);
            await PutAsideAsync(message, attempt, failure, ct).ConfigureAwait(false);
            return false;
        }

        // A crash here sends the message a second time, with the same id.
        await WithRowsAsync(rows => rows.SentAsync(message.Id, time.GetUtcNow(), ct)).ConfigureAwait(false);
        return true;
    }

    private async Task PutAsideAsync(OutboxMessage message, int attempt, string error, CancellationToken ct)
    {
        if (attempt < MaxAttempts)
        {
            await WithRowsAsync(rows => rows.RetryAsync(message.Id, time.GetUtcNow() + Pause(attempt), error, ct)).ConfigureAwait(false);
            return;
        }

        var scope = scopes.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
        {
            var session = scope.ServiceProvider.GetRequiredService<DbSession>();
            var store = scope.ServiceProvider.GetRequiredService<IWorkflowStore>();
            await session.InTransactionAsync(
                async token =>
                {
                    await OutboxRows.For(session).GiveUpAsync(message.Id, error, token).ConfigureAwait(false);
                    await store.AddIncidentAsync(
                        new StoredIncident(
                            message.Id, null, null, null, message.CorrelationId, null, null, $"outbox:{message.Kind}",
                            $"The message was not delivered in {attempt} attempts ({error}). Mend the cause, then send it again.", error, null, time.GetUtcNow(), null),
                        token).ConfigureAwait(false);
                },
                ct).ConfigureAwait(false);
        }
    }

    private List<string> Kinds()
    {
        using var scope = scopes.CreateScope();
        return [.. scope.ServiceProvider.GetServices<IOutboxSender>().Select(s => s.Kind).Distinct(StringComparer.Ordinal)];
    }

    private async Task<T> WithRowsAsync<T>(Func<OutboxRows, Task<T>> act)
    {
        var scope = scopes.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
        {
            return await act(OutboxRows.For(scope.ServiceProvider.GetRequiredService<DbSession>())).ConfigureAwait(false);
        }
    }
}
