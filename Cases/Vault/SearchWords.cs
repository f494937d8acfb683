using System.Globalization;
using System.Text;

namespace Pana.Cases;

/// <summary>
/// What is hashed for search, written so that the same person is found however it was typed: capital letters, ё for е,
/// spaces and hyphens do not matter; the letters і, и, ә, ғ, қ, ң, ө, ұ, ү, һ stay what they are.
/// </summary>
internal static class SearchWords
{
    private static readonly string[] NameKeys = ["person.lastName", "person.firstName", "person.patronymic"];

    /// <summary>The words to hash for a vault key; none when the key is not searched by.</summary>
    public static IReadOnlyList<string> Of(string key, string? value) => key switch
    {
        _ when string.IsNullOrWhiteSpace(value) => [],
        "person.iin" => Iin(value) is { } iin ? [iin] : [],
        "person.phone" => Phone(value) is { } phone ? [phone] : [],
        _ when NameKeys.Contains(key) => Names(value),
        _ => [],
    };

    public static bool IsSearched(string key) => key is "person.iin" or "person.phone" || NameKeys.Contains(key);

    /// <summary>The kind of index a key belongs to; last and first name share one, for people mix them up.</summary>
    public static string KindOf(string key) => NameKeys.Contains(key) ? "person.name" : key;

    public static string? Iin(string text)
    {
        var digits = string.Concat(text.Where(char.IsAsciiDigit));
        return digits.Length == 12 ? digits : null;
    }

    public static string? Phone(string text) => PhoneNumber.Normalise(text);

    public static IReadOnlyList<string> Names(string text)
    {
        var plain = text.Normalize(NormalizationForm.FormC).ToLower(CultureInfo.InvariantCulture).Replace('ё', 'е');
        return [.. plain.Split([' ', '\t', '\u00A0', '-', '‑', '–', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct()];
    }
}
