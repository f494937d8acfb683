using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Pana.Cases;
using Pana.Portal.Wording;

namespace Pana.Portal.Pages.Design.Calendar;

/// <summary>The working calendar by year: special days, the acts behind them, and clocks that do not agree with it.</summary>
internal sealed class IndexModel(WorkingCalendar calendar, CalendarChange change, ContentStore store, TimeProvider time) : DesignPage
{
    public int Year { get; private set; }
    public IReadOnlyList<int> Years { get; private set; } = [];
    public IReadOnlyList<(DateOnly Date, DayInfo Day)> Special { get; private set; } = [];
    public int WorkingDays { get; private set; }
    public IReadOnlyList<CalendarEdition> Acts => calendar.Editions;
    public IReadOnlyList<VersionRow> Versions { get; private set; } = [];
    public IReadOnlyList<MovedClock> Drift { get; private set; } = [];
    public string Fingerprint => CalendarChange.Fingerprint(Drift);
    public int? Moved { get; private set; }
    public bool FileWaits => Versions.Any(version => version.State == VersionRow.FileDraft);

    public async Task<IActionResult> OnGetAsync(int? year, int? moved, CancellationToken ct)
    {
        Moved = moved;
        return await LoadAsync(year, ct) ? Page() : NotFound();
    }

    /// <summary>Moves the clocks that do not agree with the calendar in use.</summary>
    public async Task<IActionResult> OnPostAsync(string fingerprint, CancellationToken ct)
    {
        try
        {
            var moved = await change.RecountAsync(fingerprint, ct);
            return LocalRedirect(string.Create(CultureInfo.InvariantCulture, $"/designer/calendar?moved={moved}"));
        }
        catch (ContentChangedException)
        {
            Stale = true;
            await LoadAsync(null, ct);
            return Refused(StatusCodes.Status409Conflict);
        }
    }

    private async Task<bool> LoadAsync(int? year, CancellationToken ct)
    {
        var today = time.GetUtcNow().LocalDate();
        Year = year ?? today.Year;
        Years = [.. Enumerable.Range(2022, today.Year + 2 - 2022)];
        if (!Years.Contains(Year))
        {
            return false;
        }

        var days = Enumerable.Range(0, DateTime.IsLeapYear(Year) ? 366 : 365).Select(offset => new DateOnly(Year, 1, 1).AddDays(offset)).ToList();
        Special = [.. days.Select(day => (day, calendar.Explain(day))).Where(day => day.Item2.Source is not null)];
        WorkingDays = days.Count(calendar.IsWorkingDay);
        Versions = VersionRow.Of(await store.VersionsAsync(ContentKind.Calendar, "kz", ct), today);
        Drift = await change.DriftAsync(ct);
        return true;
    }
}
