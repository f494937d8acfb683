using System.Xml.Linq;
using Xunit;

namespace Pana.Tests.Host;

/// <summary>Kazakh, Russian and English say the same things, and each in its own words.</summary>
public sealed class TextsTests
{
    // Words that are rightly the same in all three languages.
    private static readonly string[] SameEverywhere = ["Pana", "PDF", "IIN"];

    public static TheoryData<string> Areas => [.. Directory.GetFiles(Folder, "*.resx").Select(Path.GetFileName).Where(f => f!.Count(c => c == '.') == 1).Select(f => f!)];

    private static string Folder => Path.Combine(Repository.Root, "Host", "Texts");

    [Theory]
    [MemberData(nameof(Areas))]
    public void No_key_is_missing_empty_or_untranslated(string area)
    {
        var kk = Read(area);
        var ru = Read(area.Replace(".resx", ".ru.resx", StringComparison.Ordinal));
        var en = Read(area.Replace(".resx", ".en.resx", StringComparison.Ordinal));

        Assert.Equal(kk.Keys.Order(), ru.Keys.Order());
        Assert.Equal(kk.Keys.Order(), en.Keys.Order());
        Assert.DoesNotContain(kk.Concat(ru).Concat(en), text => string.IsNullOrWhiteSpace(text.Value));
        Assert.DoesNotContain(kk.Keys, key => kk[key] == ru[key] && ru[key] == en[key] && kk[key].Any(char.IsLetter) && !SameEverywhere.Contains(kk[key]));
        Assert.DoesNotContain(kk.Keys, key => Places(kk[key]) != Places(ru[key]) || Places(kk[key]) != Places(en[key]));
    }

    private static int Places(string text) => Enumerable.Range(0, 6).Count(i => text.Contains($"{{{i}}}", StringComparison.Ordinal) || text.Contains($"{{{i}:", StringComparison.Ordinal));

    private static Dictionary<string, string> Read(string file) =>
        XDocument.Load(Path.Combine(Folder, file)).Root!.Elements("data").ToDictionary(d => d.Attribute("name")!.Value, d => d.Element("value")!.Value);
}
