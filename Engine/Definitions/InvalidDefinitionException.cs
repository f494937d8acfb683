namespace Pana.Engine;

/// <summary>A definition was refused whole; every defect is named.</summary>
public sealed class InvalidDefinitionException(string? definitionId, IReadOnlyList<DefinitionDefect> defects) : InvalidOperationException(
    $"Definition '{definitionId ?? "?"}' has {defects.Count} defect(s):" + string.Concat(defects.Select(d => $"{Environment.NewLine}- {d.Path}: {d.Message} {d.Remedy}")))
{
    /// <summary>The definition; null when its text could not be read.</summary>
    public string? DefinitionId { get; } = definitionId;

    /// <summary>Every defect found.</summary>
    public IReadOnlyList<DefinitionDefect> Defects { get; } = defects;
}
