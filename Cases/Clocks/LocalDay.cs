namespace Pana.Cases;

/// <summary>Days begin and end where the organisation is, never where the server is (Q24).</summary>
internal static class LocalDay
{
    public static DateOnly Of(DateTimeOffset moment, TimeZoneInfo zone) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, zone).DateTime);

    /// <summary>The last second of a day (Q2).</summary>
    public static DateTimeOffset EndOf(DateOnly day, TimeZoneInfo zone) => At(day.ToDateTime(new TimeOnly(23, 59, 59)), zone);

    /// <summary>The moment at which the wall clock shows this time.</summary>
    public static DateTimeOffset At(DateTime local, TimeZoneInfo zone) => new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
}
