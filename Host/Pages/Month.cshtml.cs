using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Pana.Portal.Texts;

namespace Pana.Portal.Pages;

/// <summary>Where the quick exit leads: a month's calendar that anybody might have open. Names nothing, links nowhere.</summary>
[AllowAnonymous]
public sealed class MonthModel(TimeProvider time) : PageModel
{
    /// <summary>Today in Almaty.</summary>
    public DateOnly Today { get; } = LocalDay.Of(time.GetUtcNow());

    /// <summary>Month and year.</summary>
    public string Title => DueWords.Month(Today, CultureInfo.CurrentUICulture);

    /// <summary>Short names, Monday first.</summary>
    public IEnumerable<string> WeekDays => Enumerable.Range(1, 7).Select(i => DueWords.ShortWeekday((DayOfWeek)(i % 7), CultureInfo.CurrentUICulture));

    /// <summary>The days in weeks; null where a week reaches into another month.</summary>
    public IEnumerable<DateOnly?[]> Weeks
    {
        get
        {
            var first = new DateOnly(Today.Year, Today.Month, 1);
            var monday = first.AddDays(-(((int)first.DayOfWeek + 6) % 7));
            for (var week = monday; week < first.AddMonths(1); week = week.AddDays(7))
            {
                yield return [.. Enumerable.Range(0, 7).Select(i => week.AddDays(i)).Select(d => d.Month == Today.Month ? d : (DateOnly?)null)];
            }
        }
    }
}
