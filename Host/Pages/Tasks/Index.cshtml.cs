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

namespace Pana.Portal.Pages.Tasks;

/// <summary>The inbox: what is due first stands first.</summary>
[Authorize(Policy.Tasks)]
internal sealed class IndexModel(
    CaseDb db, CurrentActor actor, ComplaintsBook book, LeisurePlans leisure, FamilySummary families, WorkingCalendar calendar, TimeProvider time, IStringLocalizer<TaskTexts> texts) : PageModel
{
    private const int PageSize = 50;

    public string Scope { get; private set; } = "all";
    public string? After { get; private set; }
    public string? Next { get; private set; }
    public InboxCounts Counts { get; private set; } = new(default, default, default);
    public IReadOnlyList<InboxRow> Rows { get; private set; } = [];
    public string? Done { get; private set; }
    public string Summary { get; private set; } = "";
    public bool MayOpenCase => actor.Value.Is(Role.Head) || actor.Value.Is(Role.SocialWorkSpecialist);

    /// <summary>Months of the book that wait for the head (p11).</summary>
    public IReadOnlyList<DateOnly> BookWaits { get; private set; } = [];

    /// <summary>Periods whose plan of activities waits for the head (p9 6) 1)).</summary>
    public IReadOnlyList<PlanPeriod> LeisureWaits { get; private set; } = [];

    public async Task OnGetAsync(string? scope, string? after, Guid? done, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var user = actor.Value.UserId;
        var cursor = InboxCursor.Parse(after);
        Scope = scope is "mine" or "role" ? scope : "all";
        After = cursor is null ? null : after;

        var open = db.UserTasks.VisibleTo(actor.Value, db).AddressedTo(actor.Value).Where(task => task.State == UserTaskState.Open);
        Counts = await InboxCounts.OfAsync(open, user, now, db, ct);
        var wanted = Scope switch
        {
            "mine" => open.Where(task => task.AssigneeId == user),
            "role" => open.Where(task => task.AssigneeId != user),
            _ => open,
        };
        var found = await PageAsync(wanted, cursor, ct);
        var words = await FamiliesAsync([.. found.Take(PageSize)], ct);
        Rows = [.. found.Take(PageSize).Select(row => Show(row, words, now))];
        Next = found.Count > PageSize ? new InboxCursor(found[PageSize - 1].DueAt, found[PageSize - 1].Id).ToString() : null;
        Done = done is { } finished ? await DoneAsync(finished, ct) : null;
        BookWaits = actor.Value.Is(Role.Head) ? await book.Reviews.Where(review => review.ReviewedAt == null).Select(review => review.Month).Take(12).ToListAsync(ct) : [];
        LeisureWaits = actor.Value.Is(Role.Head) ? await leisure.WaitingAsync(ct) : [];
        Summary = Summarise(cursor is null ? found.FirstOrDefault(row => row.DueAt >= now)?.DueAt : null, now);
    }

    // Dated tasks come off the index in order; those without a limit stand behind them, by age. Each half is bounded and
    // ordered as the index is (also where the first column is null everywhere), and one query reads both.
    private async Task<List<Found>> PageAsync(IQueryable<UserTask> wanted, InboxCursor? cursor, CancellationToken ct)
    {
        var dated = wanted.Where(task => task.DueAt != null);
        var undated = wanted.Where(task => task.DueAt == null);
        if (cursor is { Due: { } due, Id: var last })
        {
            dated = dated.Where(task => task.DueAt > due || (task.DueAt == due && task.Id > last));
        }
        else if (cursor is { Due: null, Id: var id })
        {
            dated = dated.Where(task => false);
            undated = undated.Where(task => task.Id > id);
        }

        var page = dated.OrderBy(task => task.DueAt).ThenBy(task => task.Id).Take(PageSize + 1)
            .Concat(undated.OrderBy(task => task.DueAt).ThenBy(task => task.Id).Take(PageSize + 1));
        return [.. (await ReadAsync(page, ct)).Take(PageSize + 1)];
    }

    // What the acting person has just completed.
    private async Task<string?> DoneAsync(Guid id, CancellationToken ct)
    {
        var user = actor.Value.UserId;
        var title = await db.UserTasks.VisibleTo(actor.Value, db)
            .Where(task => task.Id == id && task.CompletedById == user && task.State == UserTaskState.Completed)
            .Select(task => task.Title)
            .SingleOrDefaultAsync(ct);
        return title is null ? null : texts["Completed.now", title.In(CultureInfo.CurrentUICulture.Name)].Value;
    }

    private sealed record Found(
        Guid Id, LocalizedText Title, Guid CaseId, Guid FamilyId, string Code, string[] Paragraphs, bool IsChild, int Children, Guid? AssigneeId, string? AssigneeName, DateTimeOffset? ClaimedAt, DateTimeOffset? DueAt);

    // The order is taken from the index before the join; a join promises none, so it is restored here.
    private async Task<List<Found>> ReadAsync(IQueryable<UserTask> tasks, CancellationToken ct)
    {
        var rows = await tasks.WithCase(db)
            .Select(row => new Found(
                row.Task.Id, row.Task.Title, row.Task.CaseId, row.FamilyId, row.Code, row.Task.Paragraphs, row.IsChild, row.Children, row.Task.AssigneeId, row.Task.AssigneeName, row.Task.ClaimedAt, row.Task.DueAt))
            .ToListAsync(ct);
        return [.. rows.OrderBy(row => row.DueAt ?? DateTimeOffset.MaxValue).ThenBy(row => row.Id)];
    }

    // «Ана және 2 бала (4 және 9 жаста)»: ages are told to those who may open the case; a child's own task has the child's.
    private async Task<IReadOnlyDictionary<Guid, string>> FamiliesAsync(IReadOnlyList<Found> rows, CancellationToken ct)
    {
        var adults = rows.Where(row => !row.IsChild).Select(row => row.FamilyId).ToHashSet();
        var children = rows.Where(row => row.IsChild).Select(row => row.CaseId).ToHashSet();
        var own = db.Cases.AsNoTracking().VisibleTo(actor.Value, db);
        // Each part by an index of its own; one condition with "or" would read every case of the organisation.
        var seen = actor.Value.OrganisationId is null || rows.Count == 0 ? []
            : (await own.Where(file => adults.Contains(file.FamilyId)).Concat(own.Where(file => children.Contains(file.Id))).ToListAsync(ct)).DistinctBy(file => file.Id).ToList();
        // A child alone is a family of one for this purpose.
        var alone = seen.Where(file => children.Contains(file.Id)).Select(file => new Case { Id = file.Id, Code = file.Code, FamilyId = file.Id, IsChild = true });
        var known = await families.OfManyAsync([.. seen.Where(file => adults.Contains(file.FamilyId)), .. alone], CultureInfo.CurrentUICulture.Name, ct);
        return rows.DistinctBy(row => row.CaseId)
            .Select(row => (row.CaseId, Words: known.GetValueOrDefault(row.IsChild ? row.CaseId : row.FamilyId)))
            .Where(row => row.Words is { Length: > 0 })
            .ToDictionary(row => row.CaseId, row => row.Words!);
    }

    private InboxRow Show(Found row, IReadOnlyDictionary<Guid, string> words, DateTimeOffset now) => new(
        row.Id,
        row.Title.In(CultureInfo.CurrentUICulture.Name),
        row.Code,
        row.Paragraphs,
        words.GetValueOrDefault(row.CaseId) ?? FamilyWords.Of(texts, row.IsChild, row.Children),
        row.AssigneeId is null ? null
            : row.AssigneeId == actor.Value.UserId ? texts["Claimed.you", row.ClaimedAt?.DayAndTime(now.LocalDate()) ?? ""].Value
            : texts["Claimed.other", row.AssigneeName ?? "", row.ClaimedAt?.DayAndTime(now.LocalDate()) ?? ""].Value,
        DueLine.Of(row.DueAt, now, calendar, texts));

    private string Summarise(DateTimeOffset? next, DateTimeOffset now)
    {
        List<string> parts = [Counts.All.Number < Capped.Limit ? Plural.Of(texts, "Summary.tasks", Counts.All.Number) : texts["Summary.tasks.many", Counts.All.Words]];
        if (Counts.Late.Number > 0)
        {
            parts.Add(texts["Summary.late", Counts.Late.Words]);
        }

        if (next is { } due)
        {
            var day = due.LocalDate();
            parts.Add(texts["Summary.next", day == now.LocalDate() ? texts["Due.next.today", due.Clock()].Value : day.WithWeekday()]);
        }

        return string.Join(" · ", parts);
    }
}
