using Microsoft.Extensions.Localization;

namespace Pana.Portal.Wording;

/// <summary>Paragraph references as a person reads them: <c>28, 29</c> becomes «28–29-тармақтар».</summary>
internal static class ParagraphWords
{
    public static string Of(IStringLocalizer texts, IReadOnlyCollection<string> paragraphs)
    {
        var numbers = paragraphs.Select(Number).OfType<int>().Distinct().Order().ToList();
        return numbers.Count switch
        {
            0 => string.Join(", ", paragraphs),
            1 => texts["Paragraph", numbers[0]],
            _ => texts["Paragraphs", string.Join(", ", Ranges(numbers))],
        };
    }

    /// <summary>The paragraph's own number: 31 of <c>31</c>, <c>p31.2</c> and <c>31 2)</c>; null when there is none.</summary>
    public static int? Number(string reference)
    {
        var digits = reference.AsSpan().TrimStart('p');
        var end = 0;
        while (end < digits.Length && char.IsAsciiDigit(digits[end]))
        {
            end++;
        }

        return end > 0 && int.TryParse(digits[..end], out var number) ? number : null;
    }

    private static IEnumerable<string> Ranges(List<int> numbers)
    {
        for (var first = 0; first < numbers.Count;)
        {
            var last = first;
            while (last + 1 < numbers.Count && numbers[last + 1] == numbers[last] + 1)
            {
                last++;
            }

            yield return last == first ? $"{numbers[first]}" : $"{numbers[first]}–{numbers[last]}";
            first = last + 1;
        }
    }
}
