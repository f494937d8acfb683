namespace Pana.Engine;

/// <summary>Answers one wait.</summary>
public sealed record ResumeBookmark(string BookmarkId)
{
    /// <summary>What the stimulus brings, by name.</summary>
    public IReadOnlyDictionary<string, object?> Input { get; init; } = EmptyInput.Instance;

    /// <summary>Whether nobody asked: there is no person to tell of a refusal.</summary>
    internal bool Unattended { get; init; }
}
