namespace Pana.Engine;

/// <summary>
/// Puts messages into the transaction that causes them: they exist exactly when it commits. One per scope.
/// </summary>
public sealed class Outbox(DbSession session, TimeProvider time)
{
    /// <summary>
    /// Adds a message and returns its stable id. A <paramref name="key"/> names the fact behind the message: the same
    /// fact is sent once, however often it is added.
    /// </summary>
    public async Task<string> AddAsync(string kind, string body, string? correlationId = null, string? key = null, CancellationToken ct = default)
    {
        var now = time.GetUtcNow();
        var id = key is null ? Guid.CreateVersion7(now).ToString("N") : $"{kind}:{key}";
        await session.InTransactionAsync(
            token => OutboxRows.For(session).AddAsync(id, kind, correlationId, body, now, token), ct).ConfigureAwait(false);
        return id;
    }
}
