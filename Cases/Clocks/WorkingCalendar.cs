using System.Collections.Concurrent;

namespace Pana.Cases;

/// <summary>
/// The national working calendar of the five-day week (Q3). One for organisations and authorities. It begins with
/// <c>Workflows/Calendar</c>; <see cref="ContentLibrary"/> puts what was published in its place.
/// </summary>
public sealed class WorkingCalendar
{
    private volatile Days _days;

    private WorkingCalendar(CalendarFile file) => _days = new Days(file);

    /// <summary>The newest act known, for example <c>2026-03-18</c>; a clock remembers the one it was counted with.</summary>
    public string Edition => _days.Edition;

    /// <summary>The acts, in the order in which they became known.</summary>
    public IReadOnlyList<CalendarEdition> Editions => _days.File.Editions;

    /// <summary>Reads <c>kz.json</c> of the folder.</summary>
    public static WorkingCalendar Load(string folder)
    {
        var file = DataFile.Read<CalendarFile>(folder, "kz.json");
        return file.Editions.Any(edition => !edition.IsProjection)
            ? new WorkingCalendar(file)
            : throw new InvalidDataException($"Expected at least one edition that is not a projection in {folder}/kz.json, got none. Add the act on holidays.");
    }

    /// <summary>A calendar to count with before it is published.</summary>
    internal static WorkingCalendar Of(CalendarFile file) => new(file);

    /// <summary>What is in use from now on.</summary>
    internal void Use(CalendarFile file) => _days = new Days(file);

    /// <summary>Whether the day is worked.</summary>
    public bool IsWorkingDay(DateOnly day) => !Explain(day).IsOff;

    /// <summary>The last day of a limit of so many working days of which the first is the one after <paramref name="day"/> (Q1).</summary>
    public DateOnly AddWorkingDays(DateOnly day, int amount)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(amount);

        while (amount > 0)
        {
            day = day.AddDays(1);
            if (IsWorkingDay(day))
            {
                amount--;
            }
        }

        return day;
    }

    /// <summary>Whether and why the day is worked or not.</summary>
    public DayInfo Explain(DateOnly day) => _days.Explain(day);

    /// <summary>One content of the calendar with the years worked out so far; replaced as a whole.</summary>
    private sealed class Days(CalendarFile file)
    {
        private readonly ConcurrentDictionary<int, IReadOnlyDictionary<DateOnly, DayInfo>> _years = new();

        public CalendarFile File { get; } = file;

        public string Edition { get; } = file.Editions.Last(edition => !edition.IsProjection).Id;

        public DayInfo Explain(DateOnly day) =>
            _years.GetOrAdd(day.Year, year => new CalendarYear(File, year).Special()).TryGetValue(day, out var special)
                ? special
                : day.DayOfWeek switch
                {
                    DayOfWeek.Saturday => new DayInfo(day, true, File.Words.Saturday, null),
                    DayOfWeek.Sunday => new DayInfo(day, true, File.Words.Sunday, null),
                    _ => new DayInfo(day, false, File.Words.Working, null),
                };
    }
}
