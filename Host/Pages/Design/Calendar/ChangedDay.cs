using Pana.Cases;

namespace Pana.Portal.Pages.Design.Calendar;

/// <summary>A day that another content of the calendar treats differently.</summary>
/// <param name="Date">The day.</param>
/// <param name="Before">As it is in use.</param>
/// <param name="After">As it would be.</param>
public sealed record ChangedDay(DateOnly Date, DayInfo Before, DayInfo After)
{
    /// <summary>The days that differ, two years back and two ahead: as far as a running clock can reach.</summary>
    public static IReadOnlyList<ChangedDay> Between(Func<DateOnly, DayInfo> before, Func<DateOnly, DayInfo> after, DateOnly today)
    {
        var first = today.AddYears(-2);
        return [.. Enumerable.Range(0, 4 * 366).Select(first.AddDays).Select(day => new ChangedDay(day, before(day), after(day)))
            .Where(day => day.Before.IsOff != day.After.IsOff || day.Before.Reason != day.After.Reason)];
    }
}
