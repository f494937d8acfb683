using System.Globalization;
using Pana.Cases;
using Pana.Engine;

namespace Pana.Activities;

/// <summary>Reads what a form says of a time: dates and minutes in the organisation's own time zone.</summary>
internal static class LocalMoments
{
    /// <summary>
    /// The moment an answer means; null for an empty one. A past date alone means its last minute, today means now. Forms know
    /// minutes only, so a moment in the minute of applying is the moment of applying, and one in this minute is not the future.
    /// </summary>
    public static async Task<DateTimeOffset?> MomentAsync(this ActivityExecutionContext context, Case file, string? answer)
    {
        if (string.IsNullOrWhiteSpace(answer))
        {
            return null;
        }

        var zone = await context.ZoneOfAsync(file);
        var now = context.GetRequiredService<TimeProvider>().GetUtcNow();
        if (DateOnly.TryParseExact(answer, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return date == DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime) ? now : At(date.ToDateTime(new TimeOnly(23, 59)));
        }

        if (DateTime.TryParseExact(answer, "yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
        {
            var moment = At(local);
            return moment < file.AppliedAt && moment > file.AppliedAt.AddMinutes(-1) ? file.AppliedAt : moment;
        }

        return DateTimeOffset.TryParse(answer, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var exact)
            ? exact
            : throw new InvalidOperationException($"Step '{context.Activity.Id}' expects a moment such as 2026-03-20T23:40 or a date such as 2026-03-20, got '{answer}'.");

        DateTimeOffset At(DateTime moment) => new(moment, zone.GetUtcOffset(moment));
    }

    /// <summary>The time zone of the organisation that keeps the case.</summary>
    public static async Task<TimeZoneInfo> ZoneOfAsync(this ActivityExecutionContext context, Case file)
    {
        var organisation = await context.GetRequiredService<CaseDb>().Organisations.FindAsync([file.OrganisationId], context.CancellationToken);
        return TimeZoneInfo.FindSystemTimeZoneById(organisation?.TimeZone ?? "Asia/Almaty");
    }
}
