using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Pana.Cases;
using Pana.Portal.Access;
using Pana.Portal.Texts;
using Pana.Portal.Wording;

namespace Pana.Portal.Pages.Cases;

/// <summary>The cases one may open, by stage, newest first; and the search, which is a POST so that no address or log holds what was looked for.</summary>
[Authorize(Policy.Cases)]
internal sealed class IndexModel(
    CaseDb db, CurrentActor actor, CaseSearch search, WorkingCalendar calendar, TimeProvider time, IStringLocalizer<TaskTexts> texts) : PageModel
{
    private const int PageSize = 50;

    public string Stage { get; private set; } = "open";
    public IReadOnlyList<string> Stages { get; } = ["open", .. CaseStages.All.Select(stage => stage.Name), "all"];
    public string? Q { get; private set; }
    public bool Searched { get; private set; }
    public string? After { get; private set; }
    public string? Next { get; private set; }
    public IReadOnlyList<CaseRow> Rows { get; private set; } = [];
    public DateOnly Today { get; private set; }
    public bool MayOpenCase => actor.Value.Is(Role.Head) || actor.Value.Is(Role.SocialWorkSpecialist);

    public async Task OnGetAsync(string? stage, string? after, CancellationToken ct)
    {
        Stage = stage is not null && Stages.Contains(stage) ? stage : "open";
        var states = Stage == "open" ? CaseStages.Open : CaseStages.All.FirstOrDefault(known => known.Name == Stage)?.States;
        var cases = db.Cases.AsNoTracking().VisibleTo(actor.Value, db);
        if (states is not null)
        {
            cases = cases.Where(file => states.Contains(file.State));
        }

        if (Cursor(after) is { } cursor)
        {
            After = after;
            cases = cases.Where(file => file.AppliedAt < cursor.At || (file.AppliedAt == cursor.At && file.Id < cursor.Id));
        }

        var found = await ReadAsync(cases.OrderByDescending(file => file.AppliedAt).ThenByDescending(file => file.Id).Take(PageSize + 1), ct);
        Show(found.Take(PageSize));
        Next = found.Count > PageSize ? $"{found[PageSize - 1].AppliedAt.UtcTicks}.{found[PageSize - 1].Id:N}" : null;
    }

    public async Task<IActionResult> OnPostAsync(string? q, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(q))
        {
            return LocalRedirect("/cases");
        }

        Q = q.Trim();
        Searched = true;
        var ids = await search.FindAsync(Q, ct);
        var found = await ReadAsync(db.Cases.AsNoTracking().VisibleTo(actor.Value, db).Where(file => ids.Contains(file.Id)), ct);
        if (found.Count == 1 && CaseSearch.CodeOf(Q) is not null)
        {
            return LocalRedirect($"/cases/{found[0].Code}");
        }

        Show(found);
        return Page();
    }

    private sealed record Found(Guid Id, string Code, CaseState State, bool IsChild, int Children, DateTimeOffset AppliedAt, DateTimeOffset? Due);

    private async Task<List<Found>> ReadAsync(IQueryable<Case> cases, CancellationToken ct)
    {
        var own = db.Cases.VisibleTo(actor.Value, db);
        var found = await cases
            .Select(file => new Found(
                file.Id, file.Code, file.State, file.IsChild,
                file.IsChild ? 0 : own.Count(other => other.FamilyId == file.FamilyId && other.IsChild),
                file.AppliedAt,
                db.Clocks.Where(clock => clock.CaseId == file.Id && clock.State == ClockState.Running).Min(clock => (DateTimeOffset?)clock.DueAt)))
            .ToListAsync(ct);
        return [.. found.OrderByDescending(row => row.AppliedAt).ThenByDescending(row => row.Id)];
    }

    private void Show(IEnumerable<Found> found)
    {
        var now = time.GetUtcNow();
        Today = now.LocalDate();
        Rows = [.. found.Select(row => new CaseRow(
            row.Code, row.State, FamilyWords.Of(texts, row.IsChild, row.Children), row.AppliedAt, DueLine.Of(row.Due, now, calendar, texts)))];
    }

    private static (DateTimeOffset At, Guid Id)? Cursor(string? text)
    {
        var parts = text?.Split('.') ?? [];
        return parts.Length == 2 && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
            && ticks <= DateTimeOffset.MaxValue.Ticks && Guid.TryParseExact(parts[1], "N", out var id)
            ? (new DateTimeOffset(ticks, TimeSpan.Zero), id)
            : null;
    }
}
