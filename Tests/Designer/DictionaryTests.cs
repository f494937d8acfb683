using System.Text.Json;
using System.Text.RegularExpressions;
using Pana.Tests.Support;
using Xunit;

namespace Pana.Tests.Designer;

/// <summary>The dictionaries of Elsa Studio and of the form editor: every English text has words in Kazakh and in Russian, with the same places to fill.</summary>
public sealed partial class DictionaryTests
{
    [Theory]
    [InlineData("studio")]
    [InlineData("form-js")]
    public void Kazakh_and_Russian_say_the_same_texts(string name)
    {
        var (kazakh, russian) = (Read(name, "kk"), Read(name, "ru"));

        Assert.NotEmpty(kazakh);
        Assert.Equal(kazakh.Keys.Order(StringComparer.Ordinal), russian.Keys.Order(StringComparer.Ordinal));
        foreach (var (english, ours) in kazakh.Concat(russian))
        {
            Assert.True(ours.Trim().Length > 0, $"{name}: «{english}» has no words.");
            Assert.True(Slots(english).SetEquals(Slots(ours)), $"{name}: «{english}» and «{ours}» have other places to fill.");
        }
    }

    private static Dictionary<string, string> Read(string name, string language) => JsonSerializer.Deserialize<Dictionary<string, string>>(
        File.ReadAllText(Path.Combine(Repository.Root, "Designer", "wwwroot", "texts", $"{name}.{language}.json")))!;

    private static HashSet<string> Slots(string text) => [.. Slot().Matches(text).Select(slot => slot.Value)];

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Slot();
}
