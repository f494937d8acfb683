namespace Pana.Portal.Texts;

/// <summary>Days and hours as the wall clock of the organisation shows them.</summary>
public static class LocalDay
{
    /// <summary>Kazakhstan's one time zone (UTC+5 since 1 March 2024).</summary>
    public static TimeZoneInfo Almaty { get; } = TimeZoneInfo.FindSystemTimeZoneById("Asia/Almaty");

    /// <summary>The day of a moment.</summary>
    public static DateOnly Of(DateTimeOffset moment, TimeZoneInfo? zone = null) => DateOnly.FromDateTime(Local(moment, zone).DateTime);

    /// <summary>The moment on the wall clock.</summary>
    public static DateTimeOffset Local(DateTimeOffset moment, TimeZoneInfo? zone = null) => TimeZoneInfo.ConvertTime(moment, zone ?? Almaty);
}
