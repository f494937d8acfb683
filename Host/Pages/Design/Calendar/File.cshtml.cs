using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Pana.Cases;
using Pana.Portal.Wording;

namespace Pana.Portal.Pages.Design.Calendar;

/// <summary>The calendar that came with a delivery beside the one changed here: every day and every open clock that would move, publish or leave.</summary>
internal sealed class FileModel(ContentStore store, WorkingCalendar calendar, CalendarChange change, TimeProvider time) : DesignPage
{
    public ContentVersion Draft { get; private set; } = null!;
    public int Seen { get; private set; }
    public IReadOnlyList<MovedClock> Moves { get; private set; } = [];
    public string Fingerprint => CalendarChange.Fingerprint(Moves);
    public IReadOnlyList<ChangedDay> Days { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : NotFound();

    /// <summary>Publishes the file's calendar and moves the clocks; with <paramref name="discard"/> its draft is thrown away.</summary>
    public async Task<IActionResult> OnPostAsync(int number, int revision, int seen, string? fingerprint, string? discard, CancellationToken ct)
    {
        if (discard is not null)
        {
            await store.DiscardAsync(ContentKind.Calendar, "kz", number, ct);
            return LocalRedirect("/designer/calendar");
        }

        if (!await LoadAsync(ct))
        {
            return NotFound();
        }

        return await OrRefusedAsync(async () =>
        {
            if ((Draft.Number, Draft.Revision) != (number, revision))
            {
                throw new ContentChangedException(Draft.Subject, null, Draft.ChangedAt);
            }

            var moved = await change.PublishFileAsync(Draft, seen, fingerprint ?? "", ct);
            return LocalRedirect(string.Create(CultureInfo.InvariantCulture, $"/designer/calendar?moved={moved}"));
        });
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await store.FindFileDraftAsync(ContentKind.Calendar, "kz", ct) is not { } draft)
        {
            return false;
        }

        Draft = draft;
        Seen = (await change.CurrentAsync(ct)).Number;
        Defects = await store.CheckAsync(ContentKind.Calendar, "kz", draft.Body, ct);
        if (Defects.Count == 0)
        {
            Moves = await change.ImpactAsync(draft.Body, ct);
            Days = ChangedDay.Between(calendar.Explain, CalendarChange.Explain(draft.Body), time.GetUtcNow().LocalDate());
        }

        return true;
    }
}
