using System.Globalization;
using Microsoft.Extensions.Localization;

namespace Pana.Portal.Wording;

/// <summary>Counts in words: a text with a number has the keys <c>.one</c>, <c>.few</c> and <c>.many</c>; Kazakh uses one form, English two, Russian three.</summary>
internal static class Plural
{
    public static string Of(IStringLocalizer texts, string key, int count, params object[] more) =>
        texts[$"{key}.{Form(count, CultureInfo.CurrentUICulture)}", [count, .. more]].Value;

    internal static string Form(int count, CultureInfo culture)
    {
        var n = Math.Abs(count);
        return culture.TwoLetterISOLanguageName switch
        {
            "ru" when n % 10 == 1 && n % 100 != 11 => "one",
            "ru" when n % 10 is >= 2 and <= 4 && n % 100 is < 12 or > 14 => "few",
            "en" when n == 1 => "one",
            _ => "many",
        };
    }
}
