using System.Globalization;
using Pana.Cases;

namespace Pana.Portal.Pages.Tasks;

/// <summary>The last row shown: the next page begins after it, whatever was added meanwhile.</summary>
internal readonly record struct InboxCursor(DateTimeOffset? Due, Guid Id)
{
    public static InboxCursor? Parse(string? text)
    {
        var parts = text?.Split('.') ?? [];
        return parts.Length == 2
            && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
            && ticks <= DateTimeOffset.MaxValue.Ticks
            && Guid.TryParseExact(parts[1], "N", out var id)
            ? new(ticks == 0 ? null : new DateTimeOffset(ticks, TimeSpan.Zero), id)
            : null;
    }

    public override string ToString() => $"{Due?.UtcTicks ?? 0}.{Id:N}";
}
