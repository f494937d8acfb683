using System.Globalization;

namespace Pana.Portal.Texts;

/// <summary>Dates and remaining time in words, in Kazakh, Russian and English. Only the language is looked at; any other culture reads English.</summary>
public static class DueWords
{
    private static readonly string[] KkMonths = ["қаңтар", "ақпан", "наурыз", "сәуір", "мамыр", "маусым", "шілде", "тамыз", "қыркүйек", "қазан", "қараша", "желтоқсан"];
    private static readonly string[] RuMonths = ["января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря"];
    private static readonly string[] RuMonthNames = ["Январь", "Февраль", "Март", "Апрель", "Май", "Июнь", "Июль", "Август", "Сентябрь", "Октябрь", "Ноябрь", "Декабрь"];
    private static readonly string[] EnMonths = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
    private static readonly string[] KkDays = ["жексенбі", "дүйсенбі", "сейсенбі", "сәрсенбі", "бейсенбі", "жұма", "сенбі"];
    private static readonly string[] RuDays = ["воскресенье", "понедельник", "вторник", "среда", "четверг", "пятница", "суббота"];
    private static readonly string[] EnDays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
    private static readonly string[] KkShort = ["жс", "дс", "сс", "ср", "бс", "жм", "сн"];
    private static readonly string[] RuShort = ["вс", "пн", "вт", "ср", "чт", "пт", "сб"];
    private static readonly string[] EnShort = ["Su", "Mo", "Tu", "We", "Th", "Fr", "Sa"];

    /// <summary>"26 наурыз"; with the year when it is not this one: "2027 жылғы 26 наурыз".</summary>
    public static string Day(DateOnly day, CultureInfo culture, DateOnly? today = null)
    {
        var sameYear = today is null || today.Value.Year == day.Year;
        return Language(culture) switch
        {
            "kk" => sameYear ? $"{day.Day} {KkMonths[day.Month - 1]}" : $"{day.Year} жылғы {day.Day} {KkMonths[day.Month - 1]}",
            "ru" => $"{day.Day} {RuMonths[day.Month - 1]}{(sameYear ? "" : $" {day.Year} г.")}",
            _ => $"{day.Day} {EnMonths[day.Month - 1]}{(sameYear ? "" : $" {day.Year}")}",
        };
    }

    /// <summary>"26 наурыз, бейсенбі".</summary>
    public static string DayAndWeekday(DateOnly day, CultureInfo culture, DateOnly? today = null) =>
        $"{Day(day, culture, today)}, {Weekday(day.DayOfWeek, culture)}";

    /// <summary>"26 наурыз, 15:20": date and hour on the wall clock.</summary>
    public static string Moment(DateTimeOffset moment, CultureInfo culture, DateOnly? today = null, TimeZoneInfo? zone = null)
    {
        var local = LocalDay.Local(moment, zone);
        return $"{Day(DateOnly.FromDateTime(local.DateTime), culture, today)}, {local.ToString("HH:mm", CultureInfo.InvariantCulture)}";
    }

    /// <summary>"Наурыз 2026".</summary>
    public static string Month(DateOnly day, CultureInfo culture) => Language(culture) switch
    {
        "kk" => $"{Capital(KkMonths[day.Month - 1])} {day.Year}",
        "ru" => $"{RuMonthNames[day.Month - 1]} {day.Year}",
        _ => $"{EnMonths[day.Month - 1]} {day.Year}",
    };

    /// <summary>The weekday's full name.</summary>
    public static string Weekday(DayOfWeek day, CultureInfo culture) => Language(culture) switch
    {
        "kk" => KkDays[(int)day],
        "ru" => RuDays[(int)day],
        _ => EnDays[(int)day],
    };

    /// <summary>Its two-letter name.</summary>
    public static string ShortWeekday(DayOfWeek day, CultureInfo culture) => Language(culture) switch
    {
        "kk" => KkShort[(int)day],
        "ru" => RuShort[(int)day],
        _ => EnShort[(int)day],
    };

    /// <summary>
    /// What stands beside a task: "2 жұмыс күні қалды", "бүгін соңғы күн", "1 жұмыс күніне кешікті".
    /// </summary>
    /// <param name="workingDaysLeft">Working days after today up to and with the last day; negative when the day is past.</param>
    /// <param name="culture">Language.</param>
    public static string Remaining(int workingDaysLeft, CultureInfo culture) => (Language(culture), workingDaysLeft) switch
    {
        ("kk", 0) => "бүгін соңғы күн",
        ("kk", > 0) => $"{workingDaysLeft} жұмыс күні қалды",
        ("kk", _) => $"{-workingDaysLeft} жұмыс күніне кешікті",
        ("ru", 0) => "сегодня последний день",
        ("ru", > 0) => $"{RuPlural(workingDaysLeft, "остался", "осталось", "осталось")} {workingDaysLeft} {RuWorkingDays(workingDaysLeft)}",
        ("ru", _) => $"опоздание на {-workingDaysLeft} {RuWorkingDays(-workingDaysLeft)}",
        (_, 0) => "last day is today",
        (_, > 0) => $"{workingDaysLeft} working {(workingDaysLeft == 1 ? "day" : "days")} left",
        (_, _) => $"{-workingDaysLeft} working {(workingDaysLeft == -1 ? "day" : "days")} late",
    };

    /// <summary>The same in hours, for limits that count them: "3 сағат қалды".</summary>
    public static string RemainingHours(int hoursLeft, CultureInfo culture) => (Language(culture), hoursLeft) switch
    {
        ("kk", >= 0) => $"{hoursLeft} сағат қалды",
        ("kk", _) => $"{-hoursLeft} сағатқа кешікті",
        ("ru", >= 0) => $"{RuPlural(hoursLeft, "остался", "осталось", "осталось")} {hoursLeft} {RuPlural(hoursLeft, "час", "часа", "часов")}",
        ("ru", _) => $"опоздание на {-hoursLeft} {RuPlural(-hoursLeft, "час", "часа", "часов")}",
        (_, >= 0) => $"{hoursLeft} {(hoursLeft == 1 ? "hour" : "hours")} left",
        (_, _) => $"{-hoursLeft} {(hoursLeft == -1 ? "hour" : "hours")} late",
    };

    /// <summary>"7 тапсырма": a number and its noun. Russian takes three forms (1, 2–4, 5+), English two; Kazakh one.</summary>
    public static string Count(int number, CultureInfo culture, string kk, (string One, string Few, string Many) ru, (string One, string Many) en) =>
        Language(culture) switch
        {
            "kk" => $"{number} {kk}",
            "ru" => $"{number} {RuPlural(number, ru.One, ru.Few, ru.Many)}",
            _ => $"{number} {(number == 1 ? en.One : en.Many)}",
        };

    /// <summary>The Russian form for a number: 1, 21, 101 → one; 2–4, 22 → few; 0, 5–20, 11–14 → many.</summary>
    public static string RuPlural(int number, string one, string few, string many)
    {
        var n = Math.Abs(number);
        return (n % 10, n % 100) switch
        {
            (1, not 11) => one,
            ( >= 2 and <= 4, not (>= 12 and <= 14)) => few,
            _ => many,
        };
    }

    private static string RuWorkingDays(int number) => RuPlural(number, "рабочий день", "рабочих дня", "рабочих дней");

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];

    private static string Language(CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(culture);
        return culture.TwoLetterISOLanguageName;
    }
}
