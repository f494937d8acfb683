namespace Pana.Engine;

/// <summary>What an instance waits for. The row's deletion is what makes a stimulus win.</summary>
public sealed class BookmarkRow
{
    public required string Id { get; set; }

    public required string InstanceId { get; set; }

    public required string ActivityInstanceId { get; set; }

    public required string ActivityId { get; set; }

    public required string NodeId { get; set; }

    public required string Name { get; set; }

    public required string Hash { get; set; }

    public string? CorrelationId { get; set; }

    public string? Callback { get; set; }

    public string? Payload { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When the bookmark resumes by itself; null when it is no timer.</summary>
    public DateTimeOffset? DueAt { get; set; }

    /// <summary>Until then one node is firing the timer; another may take it afterwards.</summary>
    public DateTimeOffset? ClaimedUntil { get; set; }
}
