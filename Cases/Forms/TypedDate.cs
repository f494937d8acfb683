using System.Globalization;

namespace Pana.Cases;

/// <summary>Dates as people type them: dd.mm.yyyy, with dots, slashes, hyphens or spaces, yyyy-mm-dd, or eight digits.</summary>
internal static class TypedDate
{
    private static readonly string[] Forms = ["d.M.yyyy", "yyyy-M-d", "ddMMyyyy"];

    /// <summary>The date, or null when the text is not one.</summary>
    public static DateOnly? Read(string text)
    {
        var trimmed = text.Trim();
        var dotted = trimmed.Length > 4 && char.IsAsciiDigit(trimmed[3]) && trimmed[4] == '-'
            ? trimmed
            : trimmed.Replace('/', '.').Replace('-', '.').Replace(' ', '.').Replace(',', '.').Replace("..", ".", StringComparison.Ordinal).TrimEnd('.');
        return DateOnly.TryParseExact(dotted, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
    }

    /// <summary>A time such as 23:40, 23.40 or 9:05; null when the text is not one.</summary>
    public static TimeOnly? ReadTime(string text) =>
        TimeOnly.TryParseExact(text.Trim().Replace('.', ':'), ["H:mm", "H:mm:ss", "HHmm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    /// <summary>As shown to people: dd.MM.yyyy.</summary>
    public static string Show(DateOnly date) => date.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);
}
