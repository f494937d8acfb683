using System.Globalization;

namespace Pana.Cases;

/// <summary>The special days of one year, worked out from the acts: holidays, moving days, exchanged days, then substitutes in order of date.</summary>
internal sealed class CalendarYear(CalendarFile file, int year)
{
    private readonly Dictionary<DateOnly, DayInfo> _days = [];

    public IReadOnlyDictionary<DateOnly, DayInfo> Special()
    {
        var holidays = Holidays().OrderBy(holiday => holiday.Date).ToList();
        foreach (var (date, holiday, act) in holidays)
        {
            _days[date] = new DayInfo(date, true, holiday.Name, act);
        }

        foreach (var edition in file.Editions)
        {
            AddMoving(edition);
            AddTransfers(edition);
        }

        foreach (var (date, holiday, act) in holidays)
        {
            if (holiday.IsSubstituted && IsWeekend(date))
            {
                AddSubstitute(date, holiday, act);
            }
        }

        return _days;
    }

    private IEnumerable<(DateOnly Date, YearlyHoliday Holiday, LocalizedText Act)> Holidays()
    {
        var ends = file.Editions.SelectMany(edition => edition.Ends).ToDictionary(end => end.Holiday, end => end.After);
        foreach (var edition in file.Editions)
        {
            foreach (var holiday in edition.Holidays)
            {
                var date = new DateOnly(year, holiday.Month, holiday.Day);
                var begun = year >= (holiday.From ?? edition.InForce.Year);
                if (begun && !(ends.TryGetValue(holiday.Id, out var last) && date > last))
                {
                    yield return (date, holiday, edition.Act);
                }
            }
        }
    }

    private void AddMoving(CalendarEdition edition)
    {
        foreach (var moving in edition.Moving.Where(moving => moving.Date.Year == year))
        {
            _days.TryAdd(moving.Date, new DayInfo(moving.Date, true, moving.Name, edition.Act));
        }
    }

    private void AddTransfers(CalendarEdition edition)
    {
        foreach (var transfer in edition.Transfers)
        {
            if (transfer.Off.Year == year)
            {
                _days[transfer.Off] = new DayInfo(transfer.Off, true, Say(file.Words.TransferredOff, transfer.Worked), edition.Act);
            }

            if (transfer.Worked.Year == year)
            {
                _days[transfer.Worked] = new DayInfo(transfer.Worked, false, Say(file.Words.TransferredWork, transfer.Off), edition.Act);
            }
        }
    }

    /// <summary>The next day that would be worked; an earlier substitute pushes a later one on, so none is lost.</summary>
    private void AddSubstitute(DateOnly date, YearlyHoliday holiday, LocalizedText act)
    {
        var free = date.AddDays(1);
        while (_days.TryGetValue(free, out var special) ? special.IsOff : IsWeekend(free))
        {
            free = free.AddDays(1);
        }

        var on = Format(date);
        var words = file.Words.Substitute;
        var reason = new LocalizedText(
            string.Format(CultureInfo.InvariantCulture, words.Kk, holiday.Name.Kk, on),
            string.Format(CultureInfo.InvariantCulture, words.Ru, holiday.Name.Ru, on),
            string.Format(CultureInfo.InvariantCulture, words.En, holiday.Name.En, on));
        _days[free] = new DayInfo(free, true, reason, act);
    }

    private static LocalizedText Say(LocalizedText pattern, DateOnly date)
    {
        var on = Format(date);
        return new LocalizedText(
            string.Format(CultureInfo.InvariantCulture, pattern.Kk, on),
            string.Format(CultureInfo.InvariantCulture, pattern.Ru, on),
            string.Format(CultureInfo.InvariantCulture, pattern.En, on));
    }

    private static string Format(DateOnly date) => date.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);

    private static bool IsWeekend(DateOnly date) => date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
}
