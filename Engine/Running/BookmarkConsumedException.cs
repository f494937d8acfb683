namespace Pana.Engine;

/// <summary>The wait was already answered or cancelled; somebody else was first.</summary>
public sealed class BookmarkConsumedException(string bookmarkId) : InvalidOperationException(
    $"Bookmark '{bookmarkId}' does not exist any more: the wait was already answered or cancelled. Reload the instance and act on what it waits for now.")
{
    /// <summary>The bookmark that is gone.</summary>
    public string BookmarkId { get; } = bookmarkId;
}
