using System.Security.Cryptography;

namespace Pana.Cases;

/// <summary>Makes case codes such as <c>PN-4F7K-92</c>: random, without meaning, without letters that are mistaken for others.</summary>
public static class CaseCode
{
    /// <summary>No 0, 1, O, I, L, U, V or B: they are misread on paper and misheard on the phone.</summary>
    internal const string Alphabet = "23456789ACDEFGHJKMNPQRSTWXYZ";

    private const int Letters = 6;
    private const int Group = 4;
    private const string Prefix = "PN";

    /// <summary>A new code from the system's secure random numbers: about 480 million are possible, and finding one opens nothing.</summary>
    public static string Create()
    {
        var letters = RandomNumberGenerator.GetString(Alphabet, Letters);
        return $"{Prefix}-{letters[..Group]}-{letters[Group..]}";
    }

    /// <summary>The code as it is kept, from however a person typed it; null when it is not one.</summary>
    public static string? Normalise(string? text)
    {
        var letters = string.Concat((text ?? "").ToUpperInvariant().Where(char.IsAsciiLetterOrDigit));
        if (letters.StartsWith(Prefix, StringComparison.Ordinal) && letters.Length == Prefix.Length + Letters)
        {
            letters = letters[Prefix.Length..];
        }

        return letters.Length == Letters && letters.All(Alphabet.Contains)
            ? $"{Prefix}-{letters[..Group]}-{letters[Group..]}"
            : null;
    }
}
