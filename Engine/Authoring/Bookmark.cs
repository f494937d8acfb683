namespace Pana.Engine;

/// <summary>A wait of one activity execution; whoever knows the id may resume it once.</summary>
public sealed record Bookmark(string Id, string Name, string Hash, DateTimeOffset? DueAt);
