namespace Pana.Cases;

/// <summary>What a calendar must satisfy to be published.</summary>
internal static class CalendarRules
{
    private const int FirstYear = 2000;
    private const int LastYear = 2100;

    public static IReadOnlyList<ContentDefect> Check(CalendarFile file)
    {
        List<ContentDefect> defects = [];
        if (file.Editions is null || file.Editions.All(edition => edition.IsProjection))
        {
            return [new ContentDefect("", null, "at least one act that is not a projection is needed")];
        }

        foreach (var same in file.Editions.GroupBy(edition => edition.Id).Where(same => same.Count() > 1))
        {
            defects.Add(new ContentDefect(same.Key, null, "two acts have this id"));
        }

        var holidays = file.Editions.SelectMany(edition => edition.Holidays).Select(holiday => holiday.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var edition in file.Editions)
        {
            defects.AddRange(Check(edition, holidays).Select(message => new ContentDefect(edition.Id, null, message)));
        }

        foreach (var same in file.Editions.SelectMany(edition => edition.Holidays).GroupBy(holiday => holiday.Id).Where(same => same.Count() > 1))
        {
            defects.Add(new ContentDefect(same.Key, null, "two holidays have this id"));
        }

        foreach (var same in file.Editions.SelectMany(edition => edition.Ends).GroupBy(end => end.Holiday).Where(same => same.Count() > 1))
        {
            defects.Add(new ContentDefect(same.Key, null, "two acts end this holiday"));
        }

        var moved = file.Editions.SelectMany(edition => edition.Transfers).SelectMany(transfer => new[] { transfer.Off, transfer.Worked });
        defects.AddRange(moved.GroupBy(date => date).Where(date => date.Count() > 1).Select(date => new ContentDefect("", null, $"{date.Key:yyyy-MM-dd} is moved twice")));
        return defects;
    }

    private static IEnumerable<string> Check(CalendarEdition edition, HashSet<string> holidays)
    {
        if (edition.Id.Length == 0)
        {
            yield return "the act has no id; use its date, such as 2026-03-18";
        }

        if (!LocalizedWords.AreWhole(edition.Act))
        {
            yield return "name the act in Kazakh, Russian and English";
        }

        foreach (var transfer in edition.Transfers)
        {
            if (IsWeekend(transfer.Off) || !IsWeekend(transfer.Worked))
            {
                yield return $"{transfer.Off:yyyy-MM-dd} ↔ {transfer.Worked:yyyy-MM-dd}: a weekday becomes off and a Saturday or Sunday is worked for it";
            }

            if (Math.Abs(transfer.Off.DayNumber - transfer.Worked.DayNumber) > 366)
            {
                yield return $"{transfer.Off:yyyy-MM-dd} ↔ {transfer.Worked:yyyy-MM-dd} are more than a year apart";
            }
        }

        foreach (var date in edition.Moving.Select(moving => moving.Date).Concat(edition.Transfers.Select(transfer => transfer.Off)).Where(date => date.Year is < FirstYear or > LastYear))
        {
            yield return $"{date:yyyy-MM-dd} is not between {FirstYear} and {LastYear}";
        }

        foreach (var holiday in edition.Holidays.Where(holiday => holiday.Month is < 1 or > 12 || holiday.Day < 1 || holiday.Day > DateTime.DaysInMonth(2023, Math.Clamp(holiday.Month, 1, 12))))
        {
            yield return $"holiday {holiday.Id}: {holiday.Day}.{holiday.Month} is not a day of every year";
        }

        if (edition.Holidays.Any(holiday => !LocalizedWords.AreWhole(holiday.Name)) || edition.Moving.Any(moving => !LocalizedWords.AreWhole(moving.Name)))
        {
            yield return "name every holiday in Kazakh, Russian and English";
        }

        foreach (var end in edition.Ends.Where(end => end.After.Year is < FirstYear or > LastYear))
        {
            yield return $"the last day of the holiday {end.Holiday} is missing";
        }

        foreach (var end in edition.Ends.Where(end => !holidays.Contains(end.Holiday)))
        {
            yield return $"it ends the holiday {end.Holiday}, which no act has begun";
        }
    }

    private static bool IsWeekend(DateOnly date) => date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
}
