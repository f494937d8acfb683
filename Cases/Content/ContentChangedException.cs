namespace Pana.Cases;

/// <summary>Somebody else changed or published the content since the page was loaded.</summary>
public sealed class ContentChangedException(string subject, string? by, DateTimeOffset? at)
    : InvalidOperationException($"{subject} was changed by {by ?? "somebody else"} at {at:u} since this page was loaded. Load the page again and repeat the change.")
{
    /// <summary>Who changed it.</summary>
    public string? By { get; } = by;

    /// <summary>When.</summary>
    public DateTimeOffset? At { get; } = at;
}
