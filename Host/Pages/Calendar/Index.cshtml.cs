using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Pana.Cases;
using Pana.Portal.Access;
using Pana.Portal.Wording;

namespace Pana.Portal.Pages.Calendar;

/// <summary>The working calendar of a year: which days are not worked and why. Read only.</summary>
[Authorize(Policy.Calendar)]
internal sealed class IndexModel(WorkingCalendar calendar, TimeProvider time) : PageModel
{
    public int Year { get; private set; }
    public DateOnly Today { get; private set; }
    public string Edition => calendar.Edition;
    public IReadOnlyList<int> Years { get; private set; } = [];
    public int WorkingDays { get; private set; }
    public int DaysOff { get; private set; }
    public IReadOnlyList<CalendarMonth> Months { get; private set; } = [];
    public IReadOnlyList<CalendarDay> Named { get; private set; } = [];
    public IReadOnlyList<(string Short, string Full)> Weekdays { get; private set; } = [];

    public IActionResult OnGet(int? year)
    {
        Today = time.GetUtcNow().LocalDate();
        Year = year ?? Today.Year;
        Years = [.. Enumerable.Range(Today.Year - 2, 4)];
        if (!Years.Contains(Year))
        {
            return NotFound();
        }

        var culture = CultureInfo.CurrentUICulture;
        var days = Enumerable.Range(0, DateTime.IsLeapYear(Year) ? 366 : 365)
            .Select(offset => CalendarDay.Of(new DateOnly(Year, 1, 1).AddDays(offset), calendar, culture.Name)).ToList();
        WorkingDays = days.Count(day => day.Kind is "" or "worked");
        DaysOff = days.Count - WorkingDays;
        Months = [.. days.GroupBy(day => day.Date.Month).Select(month => CalendarMonth.Of(month.Key, [.. month], culture))];
        Named = [.. days.Where(day => day.Kind is "holiday" or "worked")];
        Weekdays = [.. Enumerable.Range(1, 7).Select(day => (culture.DateTimeFormat.AbbreviatedDayNames[day % 7], culture.DateTimeFormat.DayNames[day % 7]))];
        return Page();
    }
}
