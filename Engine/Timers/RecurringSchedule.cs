using System.Globalization;

namespace Pana.Engine;

/// <summary>When a recurring start comes again. What was missed during an outage is made up for once, not once for each.</summary>
internal static class RecurringSchedule
{
    /// <summary>The first moment after now; null when the schedule is over.</summary>
    public static DateTimeOffset? Next(string? schedule, DateTimeOffset dueAt, DateTimeOffset now)
    {
        if (schedule is null)
        {
            return null;
        }

        if (TimeSpan.TryParseExact(schedule, "c", CultureInfo.InvariantCulture, out var interval))
        {
            var missed = now < dueAt ? 0 : (now - dueAt).Ticks / interval.Ticks;
            return dueAt + (interval * (missed + 1));
        }

        return Cron.Next(schedule, now);
    }
}
