using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Pana.Cases;
using Xunit;

namespace Pana.Tests.Cases.Clocks;

public sealed class WorkingCalendarTests
{
    /// <summary>Weekdays that are off, and weekend days that are worked; 2027 is a projection.</summary>
    private const string Golden = """
        {"2022":{"off":["01-03","01-04","01-07","03-07","03-08","03-21","03-22","03-23","05-02","05-09","05-10","07-06","08-29","08-30","10-24","10-25","12-16"],"work":["03-05","08-27","10-22"]},
         "2023":{"off":["01-02","01-03","03-08","03-21","03-22","03-23","05-01","05-08","05-09","06-28","07-06","07-07","08-30","10-25","12-18"],"work":["07-01"]},
         "2024":{"off":["01-01","01-02","03-08","03-21","03-22","03-25","05-01","05-07","05-08","05-09","07-08","08-30","10-25","12-16"],"work":["05-04"]},
         "2025":{"off":["01-01","01-02","01-03","01-07","03-10","03-21","03-24","03-25","05-01","05-07","05-09","06-06","07-07","09-01","10-27","12-16"],"work":["01-05"]},
         "2026":{"off":["01-01","01-02","01-07","03-09","03-23","03-24","03-25","05-01","05-07","05-11","05-27","07-06","10-26","12-16"],"work":[]},
         "2027":{"off":["01-01","01-04","01-07","03-08","03-15","03-22","03-23","03-24","05-03","05-07","05-10","07-06","10-25","12-16"],"work":[]}}
        """;

    private static readonly WorkingCalendar Calendar = WorkingCalendar.Load(Path.Combine(Repository.Root, "Workflows", "Calendar"));

    private static readonly Arbitrary<DateOnly> Days =
        Gen.Choose(0, (6 * 365) - 1).Select(day => new DateOnly(2022, 1, 1).AddDays(day)).ToArbitrary();

    [Theory]
    [InlineData(2022, 246)]
    [InlineData(2023, 246)]
    [InlineData(2024, 249)]
    [InlineData(2025, 246)]
    [InlineData(2026, 247)]
    [InlineData(2027, 247)]
    public void Each_year_has_exactly_the_days_off_of_the_golden_table(int year, int workingDays)
    {
        var golden = JsonDocument.Parse(Golden).RootElement.GetProperty($"{year}");

        var days = Year(year).ToList();
        var off = days.Where(day => !IsWeekend(day) && !Calendar.IsWorkingDay(day)).Select(day => $"{day:MM-dd}");
        var worked = days.Where(day => IsWeekend(day) && Calendar.IsWorkingDay(day)).Select(day => $"{day:MM-dd}");

        Assert.Equal(golden.GetProperty("off").EnumerateArray().Select(day => day.GetString()), off);
        Assert.Equal(golden.GetProperty("work").EnumerateArray().Select(day => day.GetString()), worked);
        Assert.Equal(workingDays, days.Count(Calendar.IsWorkingDay));
    }

    [Theory]
    [InlineData("2026-03-23", "Наурыз мейрамы")]
    [InlineData("2026-03-24", "Наурыз мейрамы (21.03.2026) орнына демалыс")]
    [InlineData("2026-03-25", "Наурыз мейрамы (22.03.2026) орнына демалыс")]
    [InlineData("2023-07-07", "Демалыс 01.07.2023 күнінен ауыстырылды")]
    [InlineData("2023-07-01", "07.07.2023 күні үшін жұмыс істеледі")]
    [InlineData("2026-05-27", "Құрбан айттың бірінші күні")]
    public void A_special_day_says_why_and_by_which_act(string date, string reason)
    {
        var info = Calendar.Explain(DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal(reason, info.Reason.Kk);
        Assert.NotEqual(info.Reason.Kk, info.Reason.En);
        Assert.NotNull(info.Source);
    }

    [Fact]
    public void The_thirtieth_of_August_is_worked_from_2026_on()
    {
        Assert.False(Calendar.IsWorkingDay(new DateOnly(2024, 8, 30)));
        Assert.True(Calendar.IsWorkingDay(new DateOnly(2026, 8, 31)));
        Assert.True(Calendar.IsWorkingDay(new DateOnly(2027, 8, 30)));
    }

    [Fact]
    public void A_limit_in_working_days_never_ends_on_a_day_off() => Prop.ForAll(
        Days,
        Gen.Choose(1, 30).ToArbitrary(),
        (day, amount) => Calendar.IsWorkingDay(Calendar.AddWorkingDays(day, amount))).QuickCheckThrowOnFailure();

    [Fact]
    public void A_later_start_never_ends_earlier_and_more_days_always_end_later() => Prop.ForAll(
        Days,
        Gen.Choose(1, 30).ToArbitrary(),
        (day, amount) => Calendar.AddWorkingDays(day, amount) <= Calendar.AddWorkingDays(day.AddDays(1), amount)
            && Calendar.AddWorkingDays(day, amount) < Calendar.AddWorkingDays(day, amount + 1)).QuickCheckThrowOnFailure();

    private static IEnumerable<DateOnly> Year(int year) =>
        Enumerable.Range(0, DateTime.IsLeapYear(year) ? 366 : 365).Select(day => new DateOnly(year, 1, 1).AddDays(day));

    private static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
}
