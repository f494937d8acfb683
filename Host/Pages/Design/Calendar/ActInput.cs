using Pana.Cases;

namespace Pana.Portal.Pages.Design.Calendar;

/// <summary>An act on the calendar as the page posts it: rows without a date are left out.</summary>
public sealed class ActInput
{
    /// <summary>Rows offered for moved days and for announced days off.</summary>
    public const int Rows = 4;

    /// <summary>The act that is changed; empty for a new one.</summary>
    public string? Id { get; set; }

    /// <summary>The act in Kazakh.</summary>
    public string? Kk { get; set; }

    /// <summary>The act in Russian.</summary>
    public string? Ru { get; set; }

    /// <summary>The act in English.</summary>
    public string? En { get; set; }

    /// <summary>When it was signed.</summary>
    public DateOnly? Signed { get; set; }

    /// <summary>From when it is in force.</summary>
    public DateOnly? InForce { get; set; }

    /// <summary>An expectation and no act.</summary>
    public bool Projection { get; set; }

    /// <summary>Weekdays that become off, row by row with <see cref="Worked"/>.</summary>
    public List<DateOnly?> Off { get; set; } = [];

    /// <summary>Saturdays and Sundays that are worked for them.</summary>
    public List<DateOnly?> Worked { get; set; } = [];

    /// <summary>Days off with a date of their own, row by row with their names.</summary>
    public List<DateOnly?> Moving { get; set; } = [];

    /// <summary>Their names in Kazakh.</summary>
    public List<string?> MovingKk { get; set; } = [];

    /// <summary>Their names in Russian.</summary>
    public List<string?> MovingRu { get; set; } = [];

    /// <summary>Their names in English.</summary>
    public List<string?> MovingEn { get; set; } = [];

    /// <summary>Yearly holidays, row by row: their ids, empty for a new one.</summary>
    public List<string?> Holiday { get; set; } = [];

    /// <summary>Their day of the month; a row without one is left out.</summary>
    public List<int?> HolidayDay { get; set; } = [];

    /// <summary>Their month.</summary>
    public List<int?> HolidayMonth { get; set; } = [];

    /// <summary>Their names in Kazakh.</summary>
    public List<string?> HolidayKk { get; set; } = [];

    /// <summary>Their names in Russian.</summary>
    public List<string?> HolidayRu { get; set; } = [];

    /// <summary>Their names in English.</summary>
    public List<string?> HolidayEn { get; set; } = [];

    /// <summary>Whether the next working day is off when the holiday falls on a day off.</summary>
    public List<bool> HolidaySubstituted { get; set; } = [];

    /// <summary>The first year; empty for the year in which the act comes into force.</summary>
    public List<int?> HolidayFrom { get; set; } = [];

    /// <summary>Holidays that the act ends, by id, row by row with <see cref="Last"/>.</summary>
    public List<string?> Ended { get; set; } = [];

    /// <summary>The last day on which they are holidays.</summary>
    public List<DateOnly?> Last { get; set; } = [];

    /// <summary>The fields of an act.</summary>
    public static ActInput Of(CalendarEdition act)
    {
        ArgumentNullException.ThrowIfNull(act);
        return new ActInput
        {
            Id = act.Id,
            Kk = act.Act.Kk,
            Ru = act.Act.Ru,
            En = act.Act.En,
            Signed = act.Signed,
            InForce = act.InForce,
            Projection = act.IsProjection,
            Off = [.. act.Transfers.Select(transfer => (DateOnly?)transfer.Off)],
            Worked = [.. act.Transfers.Select(transfer => (DateOnly?)transfer.Worked)],
            Moving = [.. act.Moving.Select(moving => (DateOnly?)moving.Date)],
            MovingKk = [.. act.Moving.Select(moving => moving.Name.Kk)],
            MovingRu = [.. act.Moving.Select(moving => moving.Name.Ru)],
            MovingEn = [.. act.Moving.Select(moving => moving.Name.En)],
            Holiday = [.. act.Holidays.Select(holiday => holiday.Id)],
            HolidayDay = [.. act.Holidays.Select(holiday => (int?)holiday.Day)],
            HolidayMonth = [.. act.Holidays.Select(holiday => (int?)holiday.Month)],
            HolidayKk = [.. act.Holidays.Select(holiday => holiday.Name.Kk)],
            HolidayRu = [.. act.Holidays.Select(holiday => holiday.Name.Ru)],
            HolidayEn = [.. act.Holidays.Select(holiday => holiday.Name.En)],
            HolidaySubstituted = [.. act.Holidays.Select(holiday => holiday.IsSubstituted)],
            HolidayFrom = [.. act.Holidays.Select(holiday => holiday.From)],
            Ended = [.. act.Ends.Select(end => end.Holiday)],
            Last = [.. act.Ends.Select(end => (DateOnly?)end.After)],
        };
    }

    /// <summary>The act of the fields; what they do not show (its id and its note) is kept from <paramref name="before"/>.</summary>
    public CalendarEdition ToAct(CalendarEdition? before) => new()
    {
        Id = before?.Id ?? $"{InForce ?? Signed:yyyy-MM-dd}-{Guid.NewGuid().ToString("N")[..4]}",
        Act = new LocalizedText(Kk?.Trim() ?? "", Ru?.Trim() ?? "", En?.Trim() ?? ""),
        Signed = Signed,
        InForce = InForce ?? default,
        IsProjection = Projection,
        Note = before?.Note,
        Holidays = [.. Enumerable.Range(0, Math.Max(HolidayDay.Count, HolidayMonth.Count)).Where(row => At(HolidayDay, row) is not null || At(HolidayMonth, row) is not null).Select(HolidayOf)],
        Ends = [.. Enumerable.Range(0, Math.Max(Ended.Count, Last.Count)).Where(row => !string.IsNullOrEmpty(At(Ended, row)))
            .Select(row => new HolidayEnd(At(Ended, row)!, At(Last, row) ?? default))],
        Transfers = [.. Enumerable.Range(0, Math.Max(Off.Count, Worked.Count)).Where(row => At(Off, row) is not null || At(Worked, row) is not null)
            .Select(row => new DayTransfer(At(Off, row) ?? default, At(Worked, row) ?? default))],
        Moving = [.. Enumerable.Range(0, Moving.Count).Where(row => Moving[row] is not null)
            .Select(row => new MovingHoliday(Moving[row]!.Value, new LocalizedText(At(MovingKk, row) ?? "", At(MovingRu, row) ?? "", At(MovingEn, row) ?? "")))],
    };

    private YearlyHoliday HolidayOf(int row) => new(
        At(Holiday, row) is { Length: > 0 } known ? known : $"holiday-{Guid.NewGuid().ToString("N")[..8]}",
        At(HolidayMonth, row) ?? 0,
        At(HolidayDay, row) ?? 0,
        At(HolidaySubstituted, row),
        new LocalizedText(At(HolidayKk, row)?.Trim() ?? "", At(HolidayRu, row)?.Trim() ?? "", At(HolidayEn, row)?.Trim() ?? ""),
        At(HolidayFrom, row));

    /// <summary>The value of a row, or nothing.</summary>
    public static T? At<T>(List<T?> values, int row) => values is not null && row < values.Count ? values[row] : default;
}
