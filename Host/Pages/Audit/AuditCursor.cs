using System.Globalization;
using Pana.Cases;

namespace Pana.Portal.Pages.Audit;

/// <summary>The last entry shown; the next page holds the earlier ones.</summary>
internal readonly record struct AuditCursor(DateTimeOffset At, Guid Id)
{
    public static AuditCursor? Parse(string? text)
    {
        var parts = text?.Split('.') ?? [];
        return parts.Length == 2 && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
            && ticks <= DateTimeOffset.MaxValue.Ticks && Guid.TryParseExact(parts[1], "N", out var id)
            ? new(new DateTimeOffset(ticks, TimeSpan.Zero), id)
            : null;
    }

    public static string Of(AuditEntry entry) => $"{entry.At.UtcTicks}.{entry.Id:N}";
}

/// <summary>Pages of entries, latest first.</summary>
internal static class AuditPages
{
    public static IQueryable<AuditEntry> Before(this IQueryable<AuditEntry> entries, AuditCursor? cursor)
    {
        if (cursor is { } after)
        {
            entries = entries.Where(entry => entry.At < after.At || (entry.At == after.At && entry.Id < after.Id));
        }

        return entries.OrderByDescending(entry => entry.At).ThenByDescending(entry => entry.Id);
    }
}
