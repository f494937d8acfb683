using System.Globalization;
using Microsoft.Extensions.Localization;
using Pana.Cases;
using Pana.Portal.Texts;

namespace Pana.Portal.Wording;

/// <summary>A time limit in words a tired person understands: «2 жұмыс күні қалды», «бүгін соңғы күн», «1 жұмыс күніне кешікті».</summary>
/// <param name="Urgency">Group and edge colour.</param>
/// <param name="Words">What is left.</param>
/// <param name="Date">The limit's date with its weekday; empty when there is no limit.</param>
internal sealed record DueLine(Urgency Urgency, string Words, string Date)
{
    /// <summary>CSS class of the edge and the words.</summary>
    public string Tone => Urgency switch
    {
        Urgency.Late => "late",
        Urgency.Today => "soon",
        Urgency.Week => "fine",
        _ => "",
    };

    public static DueLine Of(DateTimeOffset? due, DateTimeOffset now, WorkingCalendar calendar, IStringLocalizer texts)
    {
        if (due is not { } instant)
        {
            return new(Urgency.Undated, texts["Due.none"], "");
        }

        // A limit ends with its day: an instant at midnight belongs to the day before.
        var day = instant.AddTicks(-1).LocalDate();
        var today = now.LocalDate();
        if (day < today)
        {
            var late = WorkingDays(day, today, calendar);
            return new(Urgency.Late, late > 0 ? DueWords.Remaining(-late, CultureInfo.CurrentUICulture) : texts["Due.past"], texts["Due.was", day.WithWeekday()]);
        }

        if (day == today)
        {
            return new(Urgency.Today, DueWords.Remaining(0, CultureInfo.CurrentUICulture), texts["Due.todayDate", day.WithWeekday()]);
        }

        var left = WorkingDays(today, day, calendar);
        var words = left > 0 ? DueWords.Remaining(left, CultureInfo.CurrentUICulture) : Plural.Of(texts, "Due.days", day.DayNumber - today.DayNumber);
        return new(day <= today.AddDays(7) ? Urgency.Week : Urgency.Later, words, day.WithWeekday());
    }

    // Working days after `from` up to and including `to`; beyond a year nobody counts them one by one.
    private static int WorkingDays(DateOnly from, DateOnly to, WorkingCalendar calendar)
    {
        var count = 0;
        for (var day = from.AddDays(1); day <= to && count < 250; day = day.AddDays(1))
        {
            count += calendar.IsWorkingDay(day) ? 1 : 0;
        }

        return count;
    }
}
