namespace Pana.Cases;

/// <summary>Content was refused; every defect at once.</summary>
public sealed class ContentDefectsException(string subject, IReadOnlyList<ContentDefect> defects)
    : FormatException($"{subject} has {defects.Count} defect(s):{Environment.NewLine}- {string.Join(Environment.NewLine + "- ", defects)}")
{
    /// <summary>Every defect with its place.</summary>
    public IReadOnlyList<ContentDefect> Defects { get; } = defects;
}
