namespace Pana.Cases;

/// <summary>Finds the last day of a limit and explains every day on the way (Q1, Q4, Q6).</summary>
internal sealed class DueDate(WorkingCalendar calendar, LimitEdition limits)
{
    private const int MonthsInQuarter = 3;

    private readonly bool _countEventDay = limits.Setting("countEventDay").GetBoolean();
    private readonly bool _roll = limits.Setting("rollCalendarDays").GetBoolean();
    private readonly bool _dayBefore = limits.Setting("monthEnd").GetString() == "day-before";

    public ClockExplanation Of(Obligation limit, string anchorEvent, DateOnly on)
    {
        var days = limit.Unit switch
        {
            LimitUnit.WorkingDay => Count(on, limit.Amount, skipDaysOff: true),
            LimitUnit.CalendarDay => Roll(Count(on, limit.Amount, skipDaysOff: false)),
            LimitUnit.Month => Term(on, limit.Amount),
            LimitUnit.Quarter => Term(on, limit.Amount * MonthsInQuarter),
            _ => throw new InvalidOperationException($"'{limit.Unit}' is not a unit of limits.json. Use working-day, calendar-day, month or quarter."),
        };
        return new ClockExplanation(anchorEvent, on, limit.Unit, limit.Amount, days, days[^1].Date, calendar.Edition, limits.Number, limits.AppliesFrom);
    }

    private List<ExplainedDay> Count(DateOnly on, int amount, bool skipDaysOff)
    {
        List<ExplainedDay> days = [];
        var number = 0;
        if (!_countEventDay)
        {
            days.Add(new ExplainedDay(on, false, null, limits.Words.EventDay));
        }

        for (var day = _countEventDay ? on : on.AddDays(1); number < amount; day = day.AddDays(1))
        {
            var info = calendar.Explain(day);
            var counted = !skipDaysOff || !info.IsOff;
            days.Add(new ExplainedDay(day, counted, counted ? ++number : null, info.IsOff ? info.Reason : null));
        }

        return days;
    }

    private List<ExplainedDay> Roll(List<ExplainedDay> days)
    {
        var day = days[^1].Date;
        while (_roll && !calendar.IsWorkingDay(day))
        {
            day = day.AddDays(1);
            days.Add(new ExplainedDay(day, false, null, limits.Words.Rolled));
        }

        return days;
    }

    /// <summary>The day with the same number so many months later, or the last day of a shorter month.</summary>
    private List<ExplainedDay> Term(DateOnly on, int months)
    {
        var last = on.AddMonths(months);
        return
        [
            new ExplainedDay(on, false, null, limits.Words.EventDay),
            new ExplainedDay(_dayBefore ? last.AddDays(-1) : last, true, months, null),
        ];
    }
}
