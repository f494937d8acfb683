using System.Globalization;

namespace Pana.Cases;

/// <summary>Dates and fixed words of papers in Kazakh and Russian.</summary>
internal sealed class PaperLanguage
{
    private readonly string[] _months;
    private readonly string _dayInWords;

    private PaperLanguage(string code, string dayInWords, string signedInSystem, string dissent, string[] months)
    {
        Code = code;
        _dayInWords = dayInWords;
        _months = months;
        SignedInSystem = signedInSystem;
        Dissent = dissent;
    }

    public static PaperLanguage Kazakh { get; } = new(
        "kk",
        "{2} жылғы \"{0}\" {1}",
        "жүйеде расталды",
        "Ерекше пікір",
        ["қаңтар", "ақпан", "наурыз", "сәуір", "мамыр", "маусым", "шілде", "тамыз", "қыркүйек", "қазан", "қараша", "желтоқсан"]);

    public static PaperLanguage Russian { get; } = new(
        "ru",
        "\"{0}\" {1} {2} года",
        "подтверждено в системе",
        "Особое мнение",
        ["января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря"]);

    public string Code { get; }

    public string SignedInSystem { get; }

    public string Dissent { get; }

    public static PaperLanguage Of(string code) => code switch
    {
        "kk" => Kazakh,
        "ru" => Russian,
        _ => throw new PaperException($"Papers are made in kk or ru, got \"{code}\". Ask for one of them."),
    };

    /// <summary>The date in words, or a line with room to write it in by hand.</summary>
    public string DayInWords(DateOnly? date) => date is { } day
        ? string.Format(CultureInfo.InvariantCulture, _dayInWords, day.Day, _months[day.Month - 1], day.Year)
        : string.Format(CultureInfo.InvariantCulture, _dayInWords, PaperMarkup.Blank("tiny"), PaperMarkup.Blank("short"), "20" + PaperMarkup.Blank("tiny"));
}
