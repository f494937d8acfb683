namespace Pana.Cases;

/// <summary>A condition is not in the FEEL subset; says where and what is understood.</summary>
public sealed class FeelSyntaxException(string text, int position, LocalizedText expected)
    : FormatException(FormDefectMessages.Condition.Fill(text, position + 1, expected).En)
{
    /// <summary>Where reading stopped, counted from 0 in the text after the leading equals sign.</summary>
    public int Position { get; } = position;

    /// <summary>The message in three languages.</summary>
    public LocalizedText Words { get; } = FormDefectMessages.Condition.Fill(text, position + 1, expected);
}
