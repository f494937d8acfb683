namespace Pana.Engine;

/// <summary>A message that leaves the database after the commit that wrote it.</summary>
public sealed class OutboxRow
{
    /// <summary>The stable message id: a receiver that has seen it ignores the repetition.</summary>
    public required string Id { get; set; }

    /// <summary>Names the sender that delivers it, such as <c>mail</c>.</summary>
    public required string Kind { get; set; }

    public string? CorrelationId { get; set; }

    /// <summary>JSON of ids and codes; personal data is looked up when it is sent.</summary>
    public required string Body { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>The next attempt; null when sent, expired or given up.</summary>
    public DateTimeOffset? DueAt { get; set; }

    public DateTimeOffset? ClaimedUntil { get; set; }

    public int Attempts { get; set; }

    public DateTimeOffset? SentAt { get; set; }

    /// <summary>When it had waited too long for a sender; it is not sent any more.</summary>
    public DateTimeOffset? ExpiredAt { get; set; }

    public string? LastError { get; set; }
}
