namespace Pana.Engine;

/// <summary>One row of <c>bookmarks</c>; with a due time it is a timer too, so that what is cancelled cannot fire.</summary>
internal sealed record StoredBookmark(
    string Id,
    string InstanceId,
    string ActivityInstanceId,
    string ActivityId,
    string NodeId,
    string Name,
    string Hash,
    string? CorrelationId,
    string? Callback,
    string? Payload,
    DateTimeOffset CreatedAt,
    DateTimeOffset? DueAt);
