using System.Reflection;
using System.Text.RegularExpressions;
using Pana.Cases;
using Xunit;

namespace Pana.Tests.Cases.Content;

/// <summary>What designers are told of content that cannot be published is told in their language.</summary>
public sealed partial class DefectMessagesTests
{
    public static TheoryData<string, LocalizedText> Messages { get; } = new(new[] { typeof(ContentMessages), typeof(FormDefectMessages) }
        .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => ($"{type.Name}.{field.Name}", (LocalizedText)field.GetValue(null)!))));

    [Theory]
    [MemberData(nameof(Messages))]
    public void Every_language_has_the_same_places_and_words_of_its_own(string name, LocalizedText message)
    {
        Assert.Equal(Places(message.En), Places(message.Kk));
        Assert.Equal(Places(message.En), Places(message.Ru));
        Assert.True(name.EndsWith(".Member", StringComparison.Ordinal) || (Cyrillic().IsMatch(message.Kk) && Cyrillic().IsMatch(message.Ru) && !Cyrillic().IsMatch(message.En)), name);
    }

    [Fact]
    public void A_value_that_is_a_text_is_told_in_the_same_language() => Assert.Equal(
        ("a (text) компоненті: белгісі (id) жоқ; әр компоненттің өз белгісі болуы керек.", "component a (text): the id is missing; every component needs its own"),
        FormDefectMessages.IdMissing.Fill(FormDefectMessages.Component.Fill("a", "text")) is var told ? (told.Kk, told.En) : default);

    [Fact]
    public void An_empty_form_says_what_a_form_looks_like() => Assert.EndsWith("{\"type\": \"default\", \"components\": […]}.", FormDefectMessages.Empty.Fill().Kk, StringComparison.Ordinal);

    private static IEnumerable<string> Places(string text) => Place().Matches(text).Select(found => found.Value).Distinct().Order(StringComparer.Ordinal);

    [GeneratedRegex(@"(?<!\{)\{\d\}")]
    private static partial Regex Place();

    [GeneratedRegex("[А-яЁёӘәҒғҚқҢңӨөҰұҮүҺһІі]")]
    private static partial Regex Cyrillic();
}
