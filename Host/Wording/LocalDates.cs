using System.Globalization;
using Pana.Portal.Texts;

namespace Pana.Portal.Wording;

/// <summary>Dates and times as people say them, in the reader's language and Kazakhstan's local time.</summary>
internal static class LocalDates
{
    private static readonly string[] ToMonth =
        ["қаңтарға", "ақпанға", "наурызға", "сәуірге", "мамырға", "маусымға", "шілдеге", "тамызға", "қыркүйекке", "қазанға", "қарашаға", "желтоқсанға"];

    private static readonly string[] FromMonth =
        ["қаңтардан", "ақпаннан", "наурыздан", "сәуірден", "мамырдан", "маусымнан", "шілдеден", "тамыздан", "қыркүйектен", "қазаннан", "қарашадан", "желтоқсаннан"];

    public static DateTimeOffset Local(this DateTimeOffset instant) => LocalDay.Local(instant);

    public static DateOnly LocalDate(this DateTimeOffset instant) => LocalDay.Of(instant);

    /// <summary>26 наурыз, бейсенбі</summary>
    public static string WithWeekday(this DateOnly date) => DueWords.DayAndWeekday(date, Culture);

    /// <summary>26 наурыз; with the year when it is not this one.</summary>
    public static string DayAndMonth(this DateOnly date, DateOnly? today = null) => DueWords.Day(date, Culture, today);

    /// <summary>26 наурызға дейін: the day is the last one; with the year when it is not this one.</summary>
    public static string Until(this DateOnly date, DateOnly today) => Culture.TwoLetterISOLanguageName switch
    {
        "kk" => $"{YearUnless(date, today)}{date.Day} {ToMonth[date.Month - 1]} дейін",
        "ru" => $"до {DueWords.Day(date, Culture, today)}",
        _ => $"by {DueWords.Day(date, Culture, today)}",
    };

    /// <summary>26 наурыздан; with the year when it is not this one.</summary>
    public static string Since(this DateOnly date, DateOnly today) => Culture.TwoLetterISOLanguageName switch
    {
        "kk" => $"{YearUnless(date, today)}{date.Day} {FromMonth[date.Month - 1]}",
        "ru" => $"с {DueWords.Day(date, Culture, today)}",
        _ => $"from {DueWords.Day(date, Culture, today)}",
    };

    /// <summary>2026 жылғы 26 наурыз</summary>
    public static string WithYear(this DateOnly date) => DueWords.Day(date, Culture, DateOnly.MinValue);

    /// <summary>27 наурыз, 10:05</summary>
    public static string DayAndTime(this DateTimeOffset instant, DateOnly? today = null) =>
        $"{instant.LocalDate().DayAndMonth(today)}, {instant.Clock()}";

    /// <summary>10:05</summary>
    public static string Clock(this DateTimeOffset instant) => instant.Local().ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>Machine form for the <c>datetime</c> attribute.</summary>
    public static string Machine(this DateTimeOffset instant) => instant.Local().ToString("yyyy-MM-dd'T'HH:mmzzz", CultureInfo.InvariantCulture);

    /// <summary>бс</summary>
    public static string Weekday(this DateOnly date) => DueWords.ShortWeekday(date.DayOfWeek, Culture);

    /// <summary>шіл.</summary>
    public static string ShortMonth(this DateOnly date) => date.ToString("MMM", Culture);

    /// <summary>The midnight that ends a day, which <see cref="DueLine"/> counts to the day.</summary>
    public static DateTimeOffset EndOfDay(this DateOnly date) => At(date.AddDays(1).ToDateTime(TimeOnly.MinValue));

    /// <summary>The instant of a form's date or moment, which is local time; null when there is none.</summary>
    public static DateTimeOffset? Moment(string? answer) =>
        DateTime.TryParseExact(answer, ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            ? At(local)
            : null;

    private static string YearUnless(DateOnly date, DateOnly today) => date.Year == today.Year ? "" : $"{date.Year} жылғы ";

    private static DateTimeOffset At(DateTime local) => new DateTimeOffset(local, LocalDay.Almaty.GetUtcOffset(local)).ToUniversalTime();

    private static CultureInfo Culture => CultureInfo.CurrentUICulture;
}
