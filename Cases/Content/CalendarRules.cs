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
            return [new ContentDefect("", null, ContentMessages.ActNeeded)];
        }

        foreach (var same in file.Editions.GroupBy(edition => edition.Id).Where(same => same.Count() > 1))
        {
            defects.Add(new ContentDefect(same.Key, null, ContentMessages.ActTwice));
        }

        var holidays = file.Editions.SelectMany(edition => edition.Holidays).Select(holiday => holiday.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var edition in file.Editions)
        {
            defects.AddRange(Check(edition, holidays).Select(message => new ContentDefect(edition.Id, null, message)));
        }

        foreach (var same in file.Editions.SelectMany(edition => edition.Holidays).GroupBy(holiday => holiday.Id).Where(same => same.Count() > 1))
        {
            defects.Add(new ContentDefect(same.Key, null, ContentMessages.HolidayTwice));
        }

        foreach (var same in file.Editions.SelectMany(edition => edition.Ends).GroupBy(end => end.Holiday).Where(same => same.Count() > 1))
        {
            defects.Add(new ContentDefect(same.Key, null, ContentMessages.HolidayEndsTwice));
        }

        var moved = file.Editions.SelectMany(edition => edition.Transfers).SelectMany(transfer => new[] { transfer.Off, transfer.Worked });
        defects.AddRange(moved.GroupBy(date => date).Where(date => date.Count() > 1).Select(date => new ContentDefect("", null, ContentMessages.MovedTwice.Fill($"{date.Key:yyyy-MM-dd}"))));
        return defects;
    }

    private static IEnumerable<LocalizedText> Check(CalendarEdition edition, HashSet<string> holidays)
    {
        if (edition.Id.Length == 0)
        {
            yield return ContentMessages.ActWithoutId;
        }

        if (!LocalizedWords.AreWhole(edition.Act))
        {
            yield return ContentMessages.NameAct;
        }

        foreach (var transfer in edition.Transfers)
        {
            if (IsWeekend(transfer.Off) || !IsWeekend(transfer.Worked))
            {
                yield return ContentMessages.TransferWeekdays.Fill($"{transfer.Off:yyyy-MM-dd}", $"{transfer.Worked:yyyy-MM-dd}");
            }

            if (Math.Abs(transfer.Off.DayNumber - transfer.Worked.DayNumber) > 366)
            {
                yield return ContentMessages.TransferTooFar.Fill($"{transfer.Off:yyyy-MM-dd}", $"{transfer.Worked:yyyy-MM-dd}");
            }
        }

        foreach (var date in edition.Moving.Select(moving => moving.Date).Concat(edition.Transfers.Select(transfer => transfer.Off)).Where(date => date.Year is < FirstYear or > LastYear))
        {
            yield return ContentMessages.NotBetween.Fill($"{date:yyyy-MM-dd}", FirstYear, LastYear);
        }

        foreach (var holiday in edition.Holidays.Where(holiday => holiday.Month is < 1 or > 12 || holiday.Day < 1 || holiday.Day > DateTime.DaysInMonth(2023, Math.Clamp(holiday.Month, 1, 12))))
        {
            yield return ContentMessages.HolidayDay.Fill(holiday.Id, holiday.Day, holiday.Month);
        }

        if (edition.Holidays.Any(holiday => !LocalizedWords.AreWhole(holiday.Name)) || edition.Moving.Any(moving => !LocalizedWords.AreWhole(moving.Name)))
        {
            yield return ContentMessages.NameHolidays;
        }

        foreach (var end in edition.Ends.Where(end => end.After.Year is < FirstYear or > LastYear))
        {
            yield return ContentMessages.HolidayEnd.Fill(end.Holiday);
        }

        foreach (var end in edition.Ends.Where(end => !holidays.Contains(end.Holiday)))
        {
            yield return ContentMessages.HolidayUnknown.Fill(end.Holiday);
        }
    }

    private static bool IsWeekend(DateOnly date) => date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
}
