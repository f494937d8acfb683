using System.Globalization;

namespace Pana.Portal.Wording;

/// <summary>Months in addresses and in words.</summary>
internal static class Months
{
    public static string Address(this DateOnly month) => month.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    public static DateOnly? Parse(string? address) =>
        DateOnly.TryParseExact(address, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) ? month : null;

    /// <summary>2026 ж. қазан</summary>
    public static string Title(this DateOnly month) => month.ToString("Y", Culture);

    private static CultureInfo Culture => CultureInfo.CurrentUICulture;
}
