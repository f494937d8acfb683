using System.Globalization;

namespace Pana.Cases;

/// <summary>A calendar quarter, for example <c>2026-Q1</c>.</summary>
public readonly record struct Quarter(int Year, int Number)
{
    /// <summary>First day.</summary>
    public DateOnly First => new(Year, Number * 3 - 2, 1);

    /// <summary>The day after the last.</summary>
    public DateOnly After => First.AddMonths(3);

    /// <summary>The quarter before.</summary>
    public Quarter Before => Of(First.AddDays(-1));

    /// <summary>The quarter of a day.</summary>
    public static Quarter Of(DateOnly day) => new(day.Year, (day.Month + 2) / 3);

    /// <summary>Reads <c>2026-Q1</c>; null when it is none.</summary>
    public static Quarter? Parse(string? text) =>
        text is { Length: 7 } && text[4..6] == "-Q" && text[6] is >= '1' and <= '4' && int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year >= 2000
            ? new Quarter(year, text[6] - '0')
            : null;

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-Q{Number}");
}
