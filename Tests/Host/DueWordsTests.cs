using System.Globalization;
using Pana.Portal.Texts;
using Pana.Portal.Wording;
using Xunit;

namespace Pana.Tests.Host;

public sealed class DueWordsTests
{
    [Theory]
    [InlineData("kk", 2, "2 жұмыс күні қалды")]
    [InlineData("kk", 0, "бүгін соңғы күн")]
    [InlineData("kk", -1, "1 жұмыс күніне кешікті")]
    [InlineData("ru", 1, "остался 1 рабочий день")]
    [InlineData("ru", 3, "осталось 3 рабочих дня")]
    [InlineData("ru", 11, "осталось 11 рабочих дней")]
    [InlineData("ru", 21, "остался 21 рабочий день")]
    [InlineData("ru", 112, "осталось 112 рабочих дней")]
    [InlineData("ru", 0, "сегодня последний день")]
    [InlineData("ru", -2, "опоздание на 2 рабочих дня")]
    [InlineData("en", 1, "1 working day left")]
    [InlineData("en", -5, "5 working days late")]
    public void What_is_left_is_said_in_words(string culture, int days, string expected) =>
        Assert.Equal(expected, DueWords.Remaining(days, CultureInfo.GetCultureInfo(culture)));

    [Theory]
    [InlineData("kk", "26 наурыз, бейсенбі")]
    [InlineData("ru", "26 марта, четверг")]
    [InlineData("en", "26 March, Thursday")]
    public void A_date_carries_its_weekday(string culture, string expected) =>
        Assert.Equal(expected, DueWords.DayAndWeekday(new DateOnly(2026, 3, 26), CultureInfo.GetCultureInfo(culture)));

    [Fact]
    public void A_date_of_another_year_says_so() =>
        Assert.Equal("2027 жылғы 9 сәуір", DueWords.Day(new DateOnly(2027, 4, 9), CultureInfo.GetCultureInfo("kk"), new DateOnly(2026, 3, 26)));

    [Theory]
    [InlineData("kk", "2027 жылғы 29 мамырға дейін", "2027 жылғы 29 мамырдан", "29 мамырға дейін")]
    [InlineData("ru", "до 29 мая 2027 г.", "с 29 мая 2027 г.", "до 29 мая")]
    [InlineData("en", "by 29 May 2027", "from 29 May 2027", "by 29 May")]
    public void A_last_and_a_first_day_of_another_year_say_so_too(string culture, string last, string first, string sameYear)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
        var day = new DateOnly(2027, 5, 29);

        Assert.Equal((last, first, sameYear), (day.Until(new(2026, 11, 29)), day.Since(new(2026, 11, 29)), day.Until(new(2027, 1, 1))));
    }

    [Fact]
    public void A_moment_is_told_by_the_clock_on_the_wall() =>
        Assert.Equal("20 наурыз, 23:40", DueWords.Moment(new DateTimeOffset(2026, 3, 20, 18, 40, 0, TimeSpan.Zero), CultureInfo.GetCultureInfo("kk")));
}
