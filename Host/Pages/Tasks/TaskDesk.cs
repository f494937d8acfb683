using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Pana.Cases;
using Pana.Portal.Forms;
using Pana.Portal.Pages.Cases;
using Pana.Portal.Texts;
using Pana.Portal.Wording;

namespace Pana.Portal.Pages.Tasks;

/// <summary>Lays a task on the desk: only what the acting person may see of it.</summary>
internal sealed class TaskDesk(
    CaseDb db,
    CurrentActor actor,
    UserTasks tasks,
    TaskAnswers answers,
    CaseChoices choices,
    Vault vault,
    AuditTrail audit,
    FormCatalog forms,
    EventCatalog events,
    PaperTemplates templates,
    ParagraphTexts paragraphs,
    WorkingCalendar calendar,
    ObligationCatalog obligations,
    FamilySummary families,
    TimeProvider time,
    IStringLocalizer<TaskTexts> texts,
    IStringLocalizer<SharedTexts> shared)
{
    private static string Culture => CultureInfo.CurrentUICulture.Name;

    /// <summary>The task, or null when the person may not see it: whether it exists is not told.</summary>
    public async Task<TaskView?> LoadAsync(Guid id, CancellationToken ct)
    {
        var sight = await db.UserTasks.AsNoTracking().VisibleTo(actor.Value, db).Where(task => task.Id == id).WithCase(db).SingleOrDefaultAsync(ct);
        if (sight is null)
        {
            return null;
        }

        var task = sight.Task;
        var now = time.GetUtcNow();
        var form = forms.Get(task.FormId, task.FormVersion);
        var family = await FamilyAsync(sight, ct);
        var papers = task.PaperIds.Length == 0 ? [] : await db.Papers.AsNoTracking().VisibleTo(actor.Value, db)
            .Where(paper => task.PaperIds.Contains(paper.Id))
            .Select(paper => new OpenPaper(paper.Id, paper.Kind, paper.Language, paper.State, paper.Signatures))
            .ToListAsync(ct);
        var isMine = task.AssigneeId is { } assignee && assignee == actor.Value.UserId;
        var isForMe = task.MayBeDoneBy(actor.Value);
        return new TaskView
        {
            Id = task.Id,
            CaseId = task.CaseId,
            FormId = task.FormId,
            FormVersion = task.FormVersion,
            Revision = task.Revision,
            TaskState = task.State,
            Title = task.Title.In(Culture),
            Code = sight.Code,
            Family = family.Count > 0 ? await families.OfAsync(family, Culture, ct) : FamilyWords.Of(texts, sight.IsChild, sight.Children),
            State = sight.State,
            AppliedAt = sight.AppliedAt,
            Due = task.State == UserTaskState.Open ? DueLine.Of(task.DueAt, now, calendar, texts) : new(Urgency.Undated, "", ""),
            DueDay = task.DueAt?.LocalDate().WithWeekday(),
            Today = now.LocalDate(),
            IsMine = isMine,
            IsForMe = isForMe,
            TakenBy = task.IsHeldFrom(actor.Value) ? task.AssigneeName ?? "" : null,
            ClaimedWords = task.State == UserTaskState.Open ? Claimed(task, isMine, now) : null,
            ForWhom = string.Join(", ", task.Roles.Select(Role)),
            MayOpenCase = family.Any(file => file.Id == task.CaseId),
            Clock = await ClockAsync(task, ct),
            Why = [.. task.Paragraphs.Select(Why).OfType<Norm>()],
            Papers = [.. papers.Select(paper => new TaskPaper(paper.Id, Title(paper.Kind), paper.Language, paper.State.ToString()))],
            Signers = [.. papers.Where(paper => paper.State == PaperState.Draft && (paper.Signatures.Count > 0 || form.Id == "sign-sheet")).SelectMany(Signers).DistinctBy(line => line.Who)],
            History = History(task, form, now),
            End = await EndAsync(task, form, isForMe, family.Count > 0, now, ct),
        };
    }

    /// <summary>The same after the database has changed under the page.</summary>
    public Task<TaskView?> ReloadAsync(Guid id, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        return LoadAsync(id, ct);
    }

    /// <summary>The form to answer: the person's draft, or what the case knows and the person may read; that look is recorded.</summary>
    public async Task<FormView> BlankAsync(TaskView view, SavedDraft? draft, CancellationToken ct)
    {
        var form = await choices.OfferAsync(view.CaseId, forms.Get(view.FormId, view.FormVersion), ct: ct);
        return FormView.Of(form, draft?.Answers ?? await KnownAsync(view, form, ct), Culture, time.GetUtcNow().Local().DateTime) with
        {
            DraftUrl = $"/tasks/{view.Id}/draft",
            Withheld = await answers.WithheldAsync(view.CaseId, form, ct),
            DraftSavedAt = draft is null ? null : TimeOnly.FromDateTime(draft.SavedAt.Local().DateTime),
        };
    }

    /// <summary>What the acting person had typed into a task that was withdrawn meanwhile, to be read and copied; null when nothing was.</summary>
    public async Task<FormView?> KeptAsync(TaskView view, SavedDraft? draft, CancellationToken ct)
    {
        if (draft is null)
        {
            return null;
        }

        var form = await choices.OfferAsync(view.CaseId, forms.Get(view.FormId, view.FormVersion), draft.Answers, ct);
        return FormView.Of(form, draft.Answers, Culture) with { ReadOnly = true, Withheld = await answers.WithheldAsync(view.CaseId, form, ct) };
    }

    private async Task<FormAnswers> KnownAsync(TaskView view, FormDefinition form, CancellationToken ct)
    {
        var known = form.HasPrefilled ? form.Prefill(await vault.GetAllAsync(view.CaseId, actor.Value, ct)) : new FormAnswers();
        await choices.FillAsync(view.CaseId, form, known, ct);
        if (known.Keys.Count > 0)
        {
            audit.Note("person.prefilled", view.CaseId, view.Id.ToString());
        }

        return known;
    }

    // Only when the task's own case may be opened; an agency's officer sees no case at all.
    private async Task<List<Case>> FamilyAsync(TaskSight sight, CancellationToken ct)
    {
        if (actor.Value.OrganisationId is null)
        {
            return [];
        }

        var family = await db.Cases.VisibleTo(actor.Value, db).Where(file => file.FamilyId == sight.FamilyId).ToListAsync(ct);
        return family.Exists(file => file.Id == sight.Task.CaseId) ? family : [];
    }

    private sealed record OpenPaper(Guid Id, string Kind, string Language, PaperState State, List<PaperSignature> Signatures);

    private string Title(string kind) => templates.Kinds.TryGetValue(kind, out var known) ? known.Title.In(Culture) : kind;

    private string Role(string code) => shared[$"Role{RoleCodes.Parse(code)}"];

    private string Claimed(UserTask task, bool isMine, DateTimeOffset now)
    {
        var when = task.ClaimedAt?.DayAndTime(now.LocalDate()) ?? "";
        return isMine ? texts["Claimed.you", when] : task.AssigneeId is null ? texts["Claimed.nobody"] : texts["Claimed.other", task.AssigneeName ?? "", when];
    }

    private async Task<ClockView?> ClockAsync(UserTask task, CancellationToken ct)
    {
        var clock = task.ClockId is { } id ? await db.Clocks.AsNoTracking().SingleOrDefaultAsync(clock => clock.Id == id, ct) : null;
        return clock is null ? null : ClockView.Of(clock, events.Find(clock.Explanation.AnchorEvent)?.Title.In(Culture) ?? clock.Explanation.AnchorEvent, obligations, texts);
    }

    private Norm? Why(string paragraph) => paragraphs.Find(paragraph) is { } text
        ? new(paragraph, text.In(Culture), Culture.StartsWith("kk", StringComparison.Ordinal) ? null : text.Kk)
        : null;

    private IEnumerable<SignerLine> Signers(OpenPaper paper)
    {
        var groups = templates.Kinds.TryGetValue(paper.Kind, out var kind) ? kind.Signers : [];
        foreach (var group in groups.Where(group => !group.Person))
        {
            var signature = paper.Signatures.Find(signature => signature.Group == group.Group);
            yield return new(group.Name.In(Culture), signature is not null,
                signature is null ? "" : signature.SignedAt.DayAndTime() + (signature.Dissents ? $" ({texts["Signers.dissent"]})" : ""));
        }
    }

    private List<(string Words, string When, string? Who)> History(UserTask task, FormDefinition form, DateTimeOffset now)
    {
        var today = now.LocalDate();
        List<(string, string, string?)> lines = [(texts["History.created"], task.CreatedAt.DayAndTime(today), null)];
        if (task.ClaimedAt is { } claimed)
        {
            lines.Add((texts["History.claimed"], claimed.DayAndTime(today), task.AssigneeName));
        }

        if (task.CompletedAt is { } ended)
        {
            var outcome = TaskOutcome.In(form, task.Outcome, texts["Done"]);
            lines.Add(task.State == UserTaskState.Withdrawn
                ? (texts["History.withdrawn"], ended.DayAndTime(today), task.CompletedByName)
                : (outcome is null ? texts["History.completed"] : $"{texts["History.completed"]}: {outcome}", ended.DayAndTime(today), task.CompletedByName));
        }

        return lines;
    }

    private async Task<TaskEnd?> EndAsync(UserTask task, FormDefinition form, bool isForMe, bool seesCase, DateTimeOffset now, CancellationToken ct)
    {
        if (task.State == UserTaskState.Open)
        {
            return null;
        }

        var end = new TaskEnd(task.CompletedByName ?? "", task.CompletedAt?.DayAndTime(now.LocalDate()) ?? "", TaskOutcome.In(form, task.Outcome, texts["Done"]));
        if (task.State == UserTaskState.Withdrawn)
        {
            return seesCase ? end with { Why = await WhyAsync(task, ct) } : end;
        }

        if (!isForMe && task.CompletedById != actor.Value.UserId && !actor.Value.Is(Pana.Cases.Role.Head))
        {
            return end;
        }

        var given = await tasks.LoadAnswersAsync(task.Id, ct) ?? new FormAnswers();
        return end with { Answers = FormView.Of(await choices.OfferAsync(task.CaseId, form, given, ct), given, Culture) with { ReadOnly = true, Withheld = await answers.WithheldAsync(task.CaseId, form, ct) } };
    }

    // The last thing that happened to the case before the task was withdrawn.
    private async Task<string?> WhyAsync(UserTask task, CancellationToken ct)
    {
        var name = await db.CaseEvents
            .Where(happened => happened.CaseId == task.CaseId && happened.RecordedAt <= task.CompletedAt)
            .OrderByDescending(happened => happened.RecordedAt).ThenByDescending(happened => happened.Id)
            .Select(happened => happened.Name)
            .FirstOrDefaultAsync(ct);
        return name is null ? null : events.Find(name)?.Title.In(Culture);
    }
}
