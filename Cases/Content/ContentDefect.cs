namespace Pana.Cases;

/// <summary>Why content cannot be published: where (a component, a line), what is wrong and what would work.</summary>
/// <param name="Place">Component, limit or file part; empty for the whole.</param>
/// <param name="Line">Line of the text, from 1; null when there is none.</param>
/// <param name="Message">What is wrong and how to mend it, in three languages.</param>
public sealed record ContentDefect(string Place, int? Line, LocalizedText Message)
{
    /// <summary>In English, as logs and refused files tell it.</summary>
    public override string ToString() => (Place, Line) switch
    {
        ("", null) => Message.En,
        (_, null) => $"{Place}: {Message.En}",
        ("", _) => $"line {Line}: {Message.En}",
        _ => $"{Place}, line {Line}: {Message.En}",
    };
}
