using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Pana.Cases;
using Pana.Portal.Wording;

namespace Pana.Portal.Pages.Design.Calendar;

/// <summary>One act on the calendar. Every day and every open clock that moves is shown, old → new, before it is confirmed.</summary>
internal sealed class ActModel(WorkingCalendar calendar, CalendarChange change, TimeProvider time) : DesignPage
{
    public ActInput Act { get; private set; } = new();
    public CalendarEdition? Before { get; private set; }
    public int Seen { get; private set; }
    public bool Removing { get; private set; }
    public IReadOnlyList<MovedClock>? Moves { get; private set; }
    public string Fingerprint => CalendarChange.Fingerprint(Moves ?? []);

    /// <summary>The yearly holidays of the calendar in use, which an act may end.</summary>
    public IReadOnlyList<(string Id, string Name)> Holidays => [.. calendar.Editions.SelectMany(edition => edition.Holidays)
        .Select(holiday => (holiday.Id, $"{new DateOnly(2024, holiday.Month, holiday.Day).ToString("dd.MM", CultureInfo.InvariantCulture)} — {holiday.Name.In(Culture)}"))];

    public IReadOnlyList<ChangedDay> Days { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string? id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
        {
            return NotFound();
        }

        Act = Before is null ? new ActInput { InForce = time.GetUtcNow().LocalDate() } : ActInput.Of(Before);
        return Page();
    }

    /// <summary>Shows the consequences; with <paramref name="confirm"/> the calendar is published and the clocks move.</summary>
    public async Task<IActionResult> OnPostAsync(ActInput act, int seen, string? remove, string? confirm, CancellationToken ct)
    {
        if (!await LoadAsync(act.Id, ct))
        {
            return NotFound();
        }

        Act = act;
        Removing = remove is not null && Before is not null;
        return await OrRefusedAsync(async () =>
        {
            var current = await change.CurrentAsync(ct);
            var wanted = Removing ? null : act.ToAct(Before);
            var body = CalendarChange.With(current, wanted?.Id ?? Before!.Id, wanted);
            if (confirm is not null)
            {
                var moved = await change.PublishAsync(body, seen, confirm, ct);
                return LocalRedirect(string.Create(CultureInfo.InvariantCulture, $"/designer/calendar?year={Year(wanted ?? Before!)}&moved={moved}"));
            }

            Moves = await change.ImpactAsync(body, ct);
            Days = ChangedDay.Between(calendar.Explain, CalendarChange.Explain(body), time.GetUtcNow().LocalDate());
            return Page();
        });
    }

    private async Task<bool> LoadAsync(string? id, CancellationToken ct)
    {
        Before = string.IsNullOrEmpty(id) ? null : calendar.Editions.FirstOrDefault(act => act.Id == id);
        Seen = (await change.CurrentAsync(ct)).Number;
        return string.IsNullOrEmpty(id) || Before is not null;
    }

    private int Year(CalendarEdition act)
    {
        var years = act.Transfers.Select(transfer => transfer.Off.Year).Concat(act.Moving.Select(moving => moving.Date.Year)).Append(act.InForce.Year);
        return Math.Clamp(years.First(), 2022, time.GetUtcNow().LocalDate().Year + 1);
    }
}
