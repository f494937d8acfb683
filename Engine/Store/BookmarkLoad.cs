namespace Pana.Engine;

/// <summary>A bookmark with its instance, both locked for this transaction.</summary>
internal sealed record BookmarkLoad(StoredBookmark Bookmark, StoredInstance Instance);
