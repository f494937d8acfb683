using System.Text;

namespace Pana.Tests.Support;

/// <summary>Looks for a word in raw bytes in every shape in which a program may have put it down: letters large and small, UTF-8 and UTF-16, hexadecimal, Base64.</summary>
internal static class Leaks
{
    /// <summary>The shapes of the word that stand in the bytes; none when nothing leaked.</summary>
    public static IReadOnlyList<string> Find(byte[] bytes, string word) =>
        [.. Shapes(word).Where(shape => bytes.AsSpan().IndexOf(shape.Bytes) >= 0).Select(shape => $"{word} as {shape.Name}").Distinct()];

    private static IEnumerable<(string Name, byte[] Bytes)> Shapes(string word)
    {
        string[] spellings = [word, word.ToLowerInvariant(), word.ToUpperInvariant()];
        foreach (var text in spellings.Distinct(StringComparer.Ordinal))
        {
            var utf8 = Encoding.UTF8.GetBytes(text);
            yield return ("UTF-8", utf8);
            yield return ("UTF-16", Encoding.Unicode.GetBytes(text));
            yield return ("hexadecimal", Encoding.ASCII.GetBytes(Convert.ToHexStringLower(utf8)));
            yield return ("hexadecimal", Encoding.ASCII.GetBytes(Convert.ToHexString(utf8)));
            yield return ("JSON escapes", Encoding.ASCII.GetBytes(string.Concat(text.Select(letter => letter < 128 ? letter.ToString() : $"\\u{(int)letter:x4}"))));
            yield return ("JSON escapes", Encoding.ASCII.GetBytes(string.Concat(text.Select(letter => letter < 128 ? letter.ToString() : $"\\u{(int)letter:X4}"))));
            for (var offset = 0; offset < 3; offset++)
            {
                yield return ("Base64", Base64(utf8, offset));
            }
        }
    }

    // The characters that depend on the word alone, wherever in a longer text it begins.
    private static byte[] Base64(byte[] utf8, int offset)
    {
        var text = Convert.ToBase64String([.. new byte[offset], .. utf8]);
        var first = offset == 0 ? 0 : offset + 1;
        var whole = (offset + utf8.Length) / 3 * 4;
        return Encoding.ASCII.GetBytes(text[first..whole]);
    }
}
