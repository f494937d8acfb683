namespace Pana.Engine;

/// <summary>One line of an instance's journal. Ids and codes only.</summary>
public sealed class JournalRow
{
    public required string Id { get; set; }

    public required string InstanceId { get; set; }

    /// <summary>1, 2, 3, … within the instance, without gaps.</summary>
    public long Sequence { get; set; }

    public required string ActivityInstanceId { get; set; }

    public string? ParentActivityInstanceId { get; set; }

    public required string ActivityId { get; set; }

    public required string NodeId { get; set; }

    public required string ActivityType { get; set; }

    public string? ActivityName { get; set; }

    public required string EventName { get; set; }

    public DateTimeOffset At { get; set; }

    public string? Data { get; set; }
}
