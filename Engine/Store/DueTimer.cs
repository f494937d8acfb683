namespace Pana.Engine;

/// <summary>A timer whose moment has come; resuming its bookmark consumes it.</summary>
internal sealed record DueTimer(string BookmarkId, string InstanceId, DateTimeOffset DueAt);
