using System.Globalization;
using System.Text.Json.Serialization;

namespace Pana.Cases;

/// <summary>One text in the three languages of the product; Kazakh is the one that always exists.</summary>
public sealed record LocalizedText(
    [property: JsonPropertyName("kk")] string Kk,
    [property: JsonPropertyName("ru")] string Ru,
    [property: JsonPropertyName("en")] string En)
{
    /// <summary>The text for a culture name such as <c>ru</c> or <c>en-GB</c>; Kazakh for anything else.</summary>
    public string In(string culture)
    {
        ArgumentNullException.ThrowIfNull(culture);

        var wanted = culture.StartsWith("ru", StringComparison.OrdinalIgnoreCase) ? Ru
            : culture.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? En
            : Kk;
        return string.IsNullOrEmpty(wanted) ? Kk : wanted;
    }

    /// <summary>Words that are the same in every language, such as what a library says.</summary>
    internal static LocalizedText Same(string text) => new(text, text, text);

    /// <summary>The text with its places {0}, {1}… filled; a value that is a text itself is told in the same language.</summary>
    internal LocalizedText Fill(params object?[] values)
    {
        return new(In(Kk, "kk"), In(Ru, "ru"), In(En, "en"));

        string In(string text, string language) =>
            string.Format(CultureInfo.InvariantCulture, text, [.. values.Select(value => value is LocalizedText words ? words.In(language) : value)]);
    }
}
