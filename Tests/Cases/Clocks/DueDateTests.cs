using System.Globalization;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Pana.Cases;
using Xunit;

namespace Pana.Tests.Cases.Clocks;

public sealed class DueDateTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "Workflows");
    private static readonly WorkingCalendar Calendar = WorkingCalendar.Load(Path.Combine(Folder, "Calendar"));
    private static readonly LimitEdition Limits = ObligationCatalog.Load(Path.Combine(Folder, "Obligations")).Newest;

    [Theory]
    [InlineData("p28.1", "2026-03-20", "2026-03-26")]
    [InlineData("p35.1", "2026-03-20", "2026-03-30")]
    [InlineData("p30.1", "2026-03-24", "2026-03-26")]
    [InlineData("p31.1", "2026-03-27", "2026-04-01")]
    [InlineData("p16.1", "2026-04-03", "2026-04-06")]
    [InlineData("p33.1", "2026-04-03", "2026-10-03")]
    [InlineData("p33.1", "2026-08-31", "2027-02-28")]
    [InlineData("p33.1", "2023-08-31", "2024-02-29")]
    [InlineData("p21.1", "2026-04-08", "2026-07-08")]
    [InlineData("p28.1", "2026-12-31", "2027-01-05")]
    [InlineData("p28.1", "2027-03-19", "2027-03-25")] // Nauryz 2027: Sunday 21 to Tuesday 23, its substitute on Wednesday 24
    [InlineData("p35.1", "2027-03-18", "2027-03-26")]
    [InlineData("p31.1", "2026-10-22", "2026-10-28")] // Republic Day on Sunday 25, substituted on Monday 26
    [InlineData("p30.1", "2026-10-23", "2026-10-27")]
    [InlineData("p32.2", "2026-04-30", "2026-05-04")] // Friday 1 May, then a weekend
    [InlineData("p31.1", "2026-05-05", "2026-05-12")] // 7 May off, 9 May on Saturday: its substitute is Monday 11
    [InlineData("p33.1", "2026-11-30", "2027-05-30")]
    [InlineData("p33.1", "2027-08-30", "2028-02-29")]
    [InlineData("p33.1", "2026-12-31", "2027-06-30")]
    public void A_limit_ends_on(string obligation, string from, string due)
    {
        var explanation = new DueDate(Calendar, Limits).Of(Limits.Get(obligation), "anchor", Day(from));

        Assert.Equal(Day(due), explanation.DueOn);
    }

    [Fact]
    public void Every_day_from_the_event_to_the_last_one_is_explained()
    {
        var explanation = new DueDate(Calendar, Limits).Of(Limits.Get("p28.1"), "application.submitted", Day("2026-03-20"));

        Assert.Equal(
            ["2026-03-20 –", "2026-03-21 –", "2026-03-22 –", "2026-03-23 –", "2026-03-24 –", "2026-03-25 –", "2026-03-26 1"],
            explanation.Days.Select(day => $"{day.Date:yyyy-MM-dd} {day.Number?.ToString(CultureInfo.InvariantCulture) ?? "–"}"));
        Assert.All(explanation.Days.Where(day => !day.Counted), day => Assert.NotEmpty(day.Reason!.Ru));
        Assert.Equal("2026-03-18", explanation.CalendarEdition);
    }

    [Theory]
    [InlineData("countEventDay", "true", "p31.1", "2026-03-27", "2026-03-31")]
    [InlineData("rollCalendarDays", "true", "p16.1", "2026-04-01", "2026-04-06")]
    [InlineData("rollCalendarDays", "false", "p16.1", "2026-04-01", "2026-04-04")]
    [InlineData("monthEnd", "\"day-before\"", "p33.1", "2026-03-10", "2026-09-09")]
    [InlineData("monthEnd", "\"same-number\"", "p33.1", "2026-03-10", "2026-09-10")]
    public void Another_reading_gives_another_day(string setting, string value, string obligation, string from, string due)
    {
        var limits = Read(setting, value);

        var explanation = new DueDate(Calendar, limits).Of(limits.Get(obligation), "anchor", Day(from));

        Assert.Equal(Day(due), explanation.DueOn);
    }

    [Fact]
    public void An_explanation_counts_exactly_the_days_of_the_limit() => Prop.ForAll(
        Gen.Choose(0, 2000).Select(day => new DateOnly(2022, 1, 1).AddDays(day)).ToArbitrary(),
        Gen.Choose(1, 10).ToArbitrary(),
        (day, amount) =>
        {
            var limit = Limits.Get("p31.1") with { Amount = amount };
            var days = new DueDate(Calendar, Limits).Of(limit, "anchor", day).Days;
            return days.Count(one => one.Counted) == amount
                && days[^1].Date == Calendar.AddWorkingDays(day, amount)
                && days.Zip(days.Skip(1)).All(pair => pair.Second.Date == pair.First.Date.AddDays(1));
        }).QuickCheckThrowOnFailure();

    private static LimitEdition Read(string setting, string value)
    {
        var file = JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, "Obligations", "limits.json")))!;
        var reading = file["settings"]!.AsArray().Single(one => one!["name"]!.GetValue<string>() == setting)!;
        reading["value"] = JsonNode.Parse(value);
        var folder = Directory.CreateTempSubdirectory("pana-limits-");
        File.WriteAllText(Path.Combine(folder.FullName, "limits.json"), file.ToJsonString());
        return ObligationCatalog.Load(folder.FullName).Newest;
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
