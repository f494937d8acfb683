using System.Globalization;

namespace Pana.Engine;

/// <summary>One thing wrong with a definition: which activity, where in the JSON, what kind, and about what.</summary>
public sealed record DefinitionDefect(string? ActivityId, string Path, DefectKind Kind, params IReadOnlyList<string> Arguments)
{
    /// <summary>What is wrong, in English.</summary>
    public string Message => string.Format(CultureInfo.InvariantCulture, Kind.Message, [.. Arguments]);

    /// <summary>What would mend it, in English.</summary>
    public string Remedy => string.Format(CultureInfo.InvariantCulture, Kind.Remedy, [.. Arguments]);
}
