using Pana.Cases;
using Xunit;

namespace Pana.Tests.Cases.CaseFile;

public sealed class FamilySummaryTests
{
    [Theory]
    [InlineData("kk", "Ана және 2 бала (4 және 9 жаста)")]
    [InlineData("ru", "Мать и 2 ребёнка (4 и 9 лет)")]
    [InlineData("en", "Mother and 2 children (aged 4 and 9)")]
    public void It_names_nobody_and_orders_the_children_by_age(string culture, string expected) =>
        Assert.Equal(expected, FamilySummary.Compose(true, "female", [9, 4], culture));

    [Theory]
    [InlineData("female", "kk", "Әйел")]
    [InlineData(null, "kk", "Адам")]
    [InlineData("male", "ru", "Мужчина")]
    public void A_person_alone_is_no_parent(string? sex, string culture, string expected) =>
        Assert.Equal(expected, FamilySummary.Compose(true, sex, [], culture));

    [Theory]
    [InlineData(1, "1 ребёнок (1 год)")]
    [InlineData(3, "1 ребёнок (3 года)")]
    [InlineData(11, "1 ребёнок (11 лет)")]
    public void Russian_ages_are_inflected(int age, string expected) =>
        Assert.Equal(expected, FamilySummary.Compose(false, null, [age], "ru"));

    [Fact]
    public void An_unknown_age_is_left_out() => Assert.Equal("Ана және 2 бала", FamilySummary.Compose(true, "female", [null, null], "kk"));
}
