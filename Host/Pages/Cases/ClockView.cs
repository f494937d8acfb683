using System.Globalization;
using Microsoft.Extensions.Localization;
using Pana.Cases;
using Pana.Portal.Wording;

namespace Pana.Portal.Pages.Cases;

/// <summary>A clock that explains itself: the strip of days, the sentence, and every day that does not count with its reason.</summary>
internal sealed record ClockView(
    IReadOnlyList<ClockCell> Cells, string Sentence, IReadOnlyList<(string Days, string Reason)> Skipped, string Edition)
{
    /// <summary>Which edition of the limits was used, when there is more than one to speak of.</summary>
    public string? Limit { get; private init; }

    // A longer strip says nothing at a glance; the first day and the last stand alone then.
    private const int LongestStrip = 21;

    public static ClockView Of(Clock clock, string anchorTitle, ObligationCatalog limits, IStringLocalizer texts)
    {
        var culture = CultureInfo.CurrentUICulture.Name;
        var explanation = clock.Explanation;
        var unit = UnitKey(explanation.Unit);
        var skipped = Skip([.. explanation.Days.Where(day => !day.Counted && day.Reason is not null && day.Date != explanation.AnchorOn)], culture);
        return new(
            Strip(explanation, texts, culture),
            $"{texts["Clock.began", clock.StartedAt.DayAndTime(), anchorTitle]} {Plural.Of(texts, unit, explanation.Amount)}.",
            explanation.Unit is LimitUnit.WorkingDay ? skipped : [],
            texts["Clock.calendar", explanation.CalendarEdition])
        {
            Limit = Editions(clock, limits, texts),
        };
    }

    private static string? Editions(Clock clock, ObligationCatalog limits, IStringLocalizer texts)
    {
        var explanation = clock.Explanation;
        if (limits.ChangedAfter(explanation.LimitEdition, clock.ObligationId) is { AppliesFrom: { } from } later)
        {
            var changed = later.Get(clock.ObligationId);
            return texts["Clock.limit.kept", from.WithYear(), Plural.Of(texts, UnitKey(changed.Unit), changed.Amount)];
        }

        return explanation.LimitFrom is { } since ? texts["Clock.limit.since", since.WithYear()].Value : null;
    }

    private static List<ClockCell> Strip(ClockExplanation explanation, IStringLocalizer texts, string culture)
    {
        var days = explanation.Days;
        if (days.Count == 0)
        {
            return [];
        }

        List<ClockCell> cells = days[0].Date == explanation.AnchorOn ? [] : [Start(explanation, texts)];
        var shown = days.Count <= LongestStrip ? days : [.. days.Take(4), .. days.TakeLast(4)];
        foreach (var day in shown)
        {
            if (cells.Count > 0 && cells[^1].Date is { } before && day.Date.DayNumber - before.DayNumber > 1)
            {
                cells.Add(ClockCell.Break);
            }

            cells.Add(day.Date == explanation.AnchorOn ? Start(explanation, texts) : Cell(day, explanation, texts, culture));
        }

        return cells;
    }

    private static ClockCell Start(ClockExplanation explanation, IStringLocalizer texts) =>
        new(explanation.AnchorOn, "start", $"{explanation.AnchorOn.WithWeekday()}: {texts["Clock.start"]}", Above(explanation, explanation.AnchorOn));

    private static string Above(ClockExplanation explanation, DateOnly date) =>
        explanation.Unit is LimitUnit.Month or LimitUnit.Quarter ? date.ShortMonth() : date.Weekday();

    private static ClockCell Cell(ExplainedDay day, ClockExplanation explanation, IStringLocalizer texts, string culture)
    {
        var last = day.Date == explanation.DueOn;
        var words = !day.Counted ? $"{texts["Clock.notCounted"]} — {day.Reason?.In(culture)}"
            : day.Number is { } number ? texts[explanation.Unit == LimitUnit.WorkingDay ? "Clock.counted" : "Clock.countedCalendar", number].Value
            : "";
        return new(day.Date, last ? "end" : day.Counted ? "counted" : "off",
            $"{day.Date.WithWeekday()}: {words}{(last ? $" ({texts["Clock.end"]})" : "")}",
            Above(explanation, day.Date));
    }

    // Neighbouring days with one reason are one line: «21–23 наурыз — Наурыз мейрамы».
    private static List<(string Days, string Reason)> Skip(List<ExplainedDay> days, string culture)
    {
        List<(string, string)> lines = [];
        for (var first = 0; first < days.Count;)
        {
            var last = first;
            while (last + 1 < days.Count && days[last + 1].Reason == days[first].Reason && days[last + 1].Date == days[last].Date.AddDays(1))
            {
                last++;
            }

            lines.Add((Span(days[first].Date, days[last].Date), days[first].Reason!.In(culture)));
            first = last + 1;
        }

        return lines;
    }

    private static string Span(DateOnly first, DateOnly last) =>
        first == last ? first.DayAndMonth()
        : first.Month == last.Month && CultureInfo.CurrentUICulture.TwoLetterISOLanguageName != "en" ? $"{first.Day}–{last.DayAndMonth()}"
        : $"{first.DayAndMonth()} – {last.DayAndMonth()}";

    private static string UnitKey(LimitUnit unit) => unit switch
    {
        LimitUnit.WorkingDay => "Clock.unit.workingDay",
        LimitUnit.CalendarDay => "Clock.unit.calendarDay",
        LimitUnit.Quarter => "Clock.unit.quarter",
        _ => "Clock.unit.month",
    };
}
