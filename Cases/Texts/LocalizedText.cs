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
}
