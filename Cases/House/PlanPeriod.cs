using System.Globalization;

namespace Pana.Cases;

/// <summary>What a plan of activities is for: a year, <c>2026</c>, or a quarter, <c>2026-Q2</c>.</summary>
/// <param name="Year">The year.</param>
/// <param name="Quarter">The quarter; null for the whole year.</param>
public readonly record struct PlanPeriod(int Year, Quarter? Quarter = null)
{
    /// <summary>First day.</summary>
    public DateOnly First => Quarter?.First ?? new DateOnly(Year, 1, 1);

    /// <summary>Last day.</summary>
    public DateOnly Last => Quarter is { } quarter ? quarter.After.AddDays(-1) : new DateOnly(Year, 12, 31);

    /// <summary>The periods for which a plan can be begun on a day: this year and the next, this quarter and the four after it.</summary>
    public static IReadOnlyList<PlanPeriod> Open(DateOnly today)
    {
        List<PlanPeriod> open = [new(today.Year), new(today.Year + 1)];
        for (var (quarter, count) = (Cases.Quarter.Of(today), 0); count < 5; count++, quarter = Cases.Quarter.Of(quarter.After))
        {
            open.Add(new PlanPeriod(quarter.Year, quarter));
        }

        return open;
    }

    /// <summary>Reads <c>2026</c> or <c>2026-Q2</c>; null when it is neither.</summary>
    public static PlanPeriod? Parse(string? text) => text is { Length: 4 } && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year >= 2000
        ? new PlanPeriod(year)
        : Cases.Quarter.Parse(text) is { } quarter ? new PlanPeriod(quarter.Year, quarter) : null;

    /// <inheritdoc/>
    public override string ToString() => Quarter is { } quarter ? quarter.ToString() : Year.ToString("0000", CultureInfo.InvariantCulture);
}
