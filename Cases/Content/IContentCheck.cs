namespace Pana.Cases;

/// <summary>An open place for checks of content against what uses it, asked before anything is published.</summary>
public interface IContentCheck
{
    /// <summary>What must not be published; empty when nothing speaks against it.</summary>
    Task<IReadOnlyList<ContentDefect>> CheckAsync(ContentVersion content, CancellationToken ct);
}
