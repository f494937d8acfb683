namespace Pana.Engine;

/// <summary>
/// Delivers one kind of message. Throwing means "not delivered": it is tried again with the same id. Register it only
/// where it can deliver: messages of a kind without a sender wait, and fail nothing.
/// </summary>
public interface IOutboxSender
{
    /// <summary>The kind it delivers, such as <c>mail</c>.</summary>
    string Kind { get; }

    Task SendAsync(OutboxMessage message, CancellationToken ct);
}
