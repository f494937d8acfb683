using System.Globalization;

namespace Pana.Portal.Pages.Calendar;

/// <summary>A month in weeks that begin on Monday; empty places are null.</summary>
internal sealed record CalendarMonth(string Name, IReadOnlyList<CalendarDay?[]> Weeks)
{
    public static CalendarMonth Of(int month, IReadOnlyList<CalendarDay> days, CultureInfo culture)
    {
        var before = ((int)days[0].Date.DayOfWeek + 6) % 7;
        var cells = Enumerable.Repeat<CalendarDay?>(null, before).Concat(days).ToList();
        var name = culture.DateTimeFormat.GetMonthName(month);
        return new(char.ToUpper(name[0], culture) + name[1..], [.. cells.Chunk(7).Select(week => week.Length == 7 ? week : [.. week, .. new CalendarDay?[7 - week.Length]])]);
    }
}
