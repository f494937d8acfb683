namespace Pana.Cases;

/// <summary>A condition is not in the FEEL subset; says where and what is understood.</summary>
public sealed class FeelSyntaxException(string text, int position, string expected)
    : FormatException($"Condition \"{text}\" cannot be read at character {position + 1}: expected {expected}. "
        + "Understood: names, \"text\", numbers, true, false, null; = != < <= > >=; and, or, not(…); in (a, b), in [a, b], in name; parentheses.")
{
    /// <summary>Where reading stopped, counted from 0 in the text after the leading equals sign.</summary>
    public int Position { get; } = position;
}
