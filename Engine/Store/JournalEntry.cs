namespace Pana.Engine;

/// <summary>One line of an instance's journal: ids, codes and outcomes, no personal data.</summary>
internal sealed record JournalEntry(
    string Id,
    string InstanceId,
    long Sequence,
    string ActivityInstanceId,
    string? ParentActivityInstanceId,
    string ActivityId,
    string NodeId,
    string ActivityType,
    string? ActivityName,
    string EventName,
    DateTimeOffset At,
    string? Data);
