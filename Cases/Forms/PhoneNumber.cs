namespace Pana.Cases;

/// <summary>Telephone numbers as people write them, kept as <c>+77012345678</c> so that the same number is found again.</summary>
public static class PhoneNumber
{
    private const int LongestInternational = 15;
    private const int ShortestInternational = 8;

    /// <summary>The number in international form, or null when it is not one.</summary>
    public static string? Normalise(string? text)
    {
        var trimmed = (text ?? "").Trim();
        if (trimmed.Any(letter => !char.IsAsciiDigit(letter) && !" +-()\u00a0.".Contains(letter, StringComparison.Ordinal)))
        {
            return null;
        }

        var digits = string.Concat(trimmed.Where(char.IsAsciiDigit));
        return digits switch
        {
            { Length: 11 } when digits[0] == '8' && trimmed[0] != '+' => "+7" + digits[1..],
            { Length: 11 } when digits[0] == '7' => "+" + digits,
            { Length: 10 } when digits[0] == '7' && trimmed[0] != '+' => "+7" + digits,
            { Length: >= ShortestInternational and <= LongestInternational } when trimmed[0] == '+' => "+" + digits,
            _ => null,
        };
    }
}
