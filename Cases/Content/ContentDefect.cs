namespace Pana.Cases;

/// <summary>Why content cannot be published: where (a component, a line), what is wrong and what would work.</summary>
/// <param name="Place">Component, limit or file part; empty for the whole.</param>
/// <param name="Line">Line of the text, from 1; null when there is none.</param>
/// <param name="Message">What is wrong and how to mend it.</param>
public sealed record ContentDefect(string Place, int? Line, string Message)
{
    /// <inheritdoc />
    public override string ToString() => (Place, Line) switch
    {
        ("", null) => Message,
        (_, null) => $"{Place}: {Message}",
        ("", _) => $"line {Line}: {Message}",
        _ => $"{Place}, line {Line}: {Message}",
    };
}
