using Pana.Cases;

namespace Pana.Portal.Pages.Calendar;

/// <summary>One day: its kind is empty for a working day, <c>off</c> for a weekend, <c>holiday</c> for a day off that an act names, <c>worked</c> for a weekend moved to work.</summary>
internal sealed record CalendarDay(DateOnly Date, string Kind, string Reason)
{
    public static CalendarDay Of(DateOnly date, WorkingCalendar calendar, string culture)
    {
        var day = calendar.Explain(date);
        var weekend = date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
        var kind = day.IsOff ? (day.Source is null ? "off" : "holiday") : weekend ? "worked" : "";
        return new(date, kind, day.Reason.In(culture));
    }
}
