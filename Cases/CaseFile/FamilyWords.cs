using System.Globalization;

namespace Pana.Cases;

/// <summary>How a language speaks of parents, children and ages.</summary>
internal sealed record FamilyWords(
    Func<string?, string> Parent,
    Func<string?, string> Alone,
    string And,
    Func<int, string> Children,
    Func<IReadOnlyList<int>, string> Ages)
{
    private const string Female = "female";
    private const string Male = "male";

    private static readonly FamilyWords Kazakh = new(
        sex => sex switch { Female => "Ана", Male => "Әке", _ => "Ата-ана" },
        sex => sex switch { Female => "Әйел", Male => "Ер адам", _ => "Адам" },
        "және",
        count => $"{count} бала",
        ages => $"{Join(ages, "және")} жаста");

    private static readonly FamilyWords Russian = new(
        sex => sex switch { Female => "Мать", Male => "Отец", _ => "Родитель" },
        sex => sex switch { Female => "Женщина", Male => "Мужчина", _ => "Человек" },
        "и",
        count => $"{count} {Plural(count, "ребёнок", "ребёнка", "детей")}",
        ages => $"{Join(ages, "и")} {Plural(ages[^1], "год", "года", "лет")}");

    private static readonly FamilyWords English = new(
        sex => sex switch { Female => "Mother", Male => "Father", _ => "Parent" },
        sex => sex switch { Female => "Woman", Male => "Man", _ => "Person" },
        "and",
        count => count == 1 ? "1 child" : $"{count} children",
        ages => $"aged {Join(ages, "and")}");

    public static FamilyWords Of(string culture) =>
        culture.StartsWith("ru", StringComparison.OrdinalIgnoreCase) ? Russian
        : culture.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? English
        : Kazakh;

    private static string Join(IReadOnlyList<int> ages, string and)
    {
        string[] words = [.. ages.Select(age => age.ToString(CultureInfo.InvariantCulture))];
        return words.Length == 1 ? words[0] : $"{string.Join(", ", words[..^1])} {and} {words[^1]}";
    }

    private static string Plural(int number, string one, string few, string many) => (number % 10, number % 100) switch
    {
        (_, >= 11 and <= 14) => many,
        (1, _) => one,
        ( >= 2 and <= 4, _) => few,
        _ => many,
    };
}
