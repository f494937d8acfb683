using System.Reflection;
using System.Xml.Linq;
using Pana.Activities;
using Pana.Engine;
using Xunit;

namespace Pana.Tests.Designer;

/// <summary>Every defect that a definition may have can be said in Kazakh, Russian and English, with the same arguments.</summary>
public sealed class DefectTextsTests
{
    public static TheoryData<string> Suffixes => ["", ".ru", ".en"];

    private static IReadOnlyList<DefectKind> Kinds { get; } =
    [
        .. new[] { typeof(EngineDefects), typeof(StepDefects) }
            .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static)).Select(field => (DefectKind)field.GetValue(null)!),
    ];

    [Theory, MemberData(nameof(Suffixes))]
    public void Every_kind_has_words_with_its_arguments_and_no_words_are_left_over(string suffix)
    {
        var words = Read(suffix);

        Assert.Equal(Kinds.SelectMany(kind => new[] { kind.Key, $"{kind.Key}.Remedy" }).Order(StringComparer.Ordinal), words.Keys.Order(StringComparer.Ordinal));
        foreach (var kind in Kinds)
        {
            Assert.Equal(Places(kind.Message + kind.Remedy), Places(words[kind.Key] + words[$"{kind.Key}.Remedy"]));
        }
    }

    [Fact]
    public void The_English_words_are_those_of_the_logs_and_the_others_are_not()
    {
        var (kk, ru, en) = (Read(""), Read(".ru"), Read(".en"));

        Assert.All(Kinds, kind => Assert.Equal((kind.Message, kind.Remedy), (en[kind.Key], en[$"{kind.Key}.Remedy"])));
        Assert.All(Kinds, kind => Assert.Equal(3, new[] { kk[kind.Key], ru[kind.Key], en[kind.Key] }.Distinct().Count()));
    }

    private static List<int> Places(string text) => [.. Enumerable.Range(0, 6).Where(i => text.Contains($"{{{i}}}", StringComparison.Ordinal))];

    private static Dictionary<string, string> Read(string suffix) =>
        XDocument.Load(Path.Combine(Repository.Root, "Designer", "Texts", $"DefectTexts{suffix}.resx")).Root!.Elements("data")
            .ToDictionary(d => d.Attribute("name")!.Value, d => d.Element("value")!.Value, StringComparer.Ordinal);
}
