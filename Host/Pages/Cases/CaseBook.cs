using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Pana.Cases;
using Pana.Portal.Texts;
using Pana.Portal.Wording;

namespace Pana.Portal.Pages.Cases;

/// <summary>Opens a case file at the page that tells its story.</summary>
internal sealed class CaseBook(
    CaseDb db,
    CurrentActor actor,
    CaseLedger ledger,
    EventCatalog events,
    ObligationCatalog obligations,
    PaperTemplates templates,
    WorkingCalendar calendar,
    FamilySummary families,
    TimeProvider time,
    IStringLocalizer<CaseTexts> texts,
    IStringLocalizer<TaskTexts> taskTexts,
    IStringLocalizer<SharedTexts> shared)
{
    // A history longer than this is read from the access log and the papers; the page stays bounded.
    private const int MostEvents = 300;

    private static string Culture => CultureInfo.CurrentUICulture.Name;

    /// <summary>The case, or null when the person may not see it: whether it exists is not told.</summary>
    public async Task<CaseView?> LoadAsync(string code, CancellationToken ct)
    {
        var file = await db.Cases.VisibleTo(actor.Value, db).SingleOrDefaultAsync(file => file.Code == code, ct);
        if (file is null)
        {
            return null;
        }

        var now = time.GetUtcNow();
        var today = now.LocalDate();
        var kin = await KinAsync(file, ct);
        var history = await db.CaseEvents.AsNoTracking().Where(happened => happened.CaseId == file.Id && happened.Name != ServiceLog.Performed) // these fill the log of services
            .OrderByDescending(happened => happened.OccurredAt).ThenByDescending(happened => happened.Id)
            .Take(MostEvents).ToListAsync(ct);
        var clocks = await db.Clocks.AsNoTracking().Where(clock => clock.CaseId == file.Id).OrderBy(clock => clock.DueAt).ToListAsync(ct);
        var tasks = await db.UserTasks.AsNoTracking().Where(task => task.CaseId == file.Id && task.State == UserTaskState.Open).ToListAsync(ct);
        var papers = await PapersAsync(file, ct);
        var (people, looks) = await LooksAsync(file, now, ct);
        var running = clocks.Where(clock => clock.State == ClockState.Running).ToList();
        var family = kin.Where(other => other.FamilyId == file.FamilyId).ToList();
        return new CaseView
        {
            CaseId = file.Id,
            Code = file.Code,
            State = file.State,
            Ended = file.IsOver,
            Family = file.IsChild ? taskTexts["Family.child"] : await families.OfAsync(family, Culture, ct),
            WayIn = file.WayIn,
            PoliceReport = file.PoliceReport == Pana.Cases.PoliceReport.Unknown ? null : texts[$"PoliceReport.{file.PoliceReport}"].Value,
            Contract = file is { ContractOn: { } from, ContractEndsOn: { } to } ? texts["Contract", from.DayAndMonth(today), to.WithYear()].Value : null,
            Ground = history.Where(happened => happened.Name == RecipientGround.RecordedWith).Select(happened => RecipientGround.Of(happened.Data)).FirstOrDefault() is { } ground ? texts[$"Recipient.{ground}"].Value : null,
            Violations = file.Violations == 0 ? null : texts["Violations", file.Violations].Value,
            StateNote = await StateNoteAsync(file, today, ct),
            Links = [.. kin.Where(other => other.Id != file.Id).Select(other => new CaseLink(Relation(file, other), other.Code))],
            Recordable = actor.Value.Is(Role.Head) || actor.Value.Is(Role.SocialWorkSpecialist) ? HandEvents.Now(file, ledger, history.Exists(happened => happened.Name == HandEvents.Admitted)) : [],
            Stages = [.. CaseStages.Of(file.State, history).Select(stage => (stage.Name, stage.Css, When(stage, today)))],
            Timeline = [.. running.Select(clock => Awaited(clock, now)), .. history.Select(happened => Happened(happened, clocks, today))],
            Tasks = [.. tasks.OrderBy(task => task.DueAt ?? DateTimeOffset.MaxValue).Select(task => Show(task, now))],
            Clocks = [.. running.Select(clock => Show(clock, now))],
            Papers = papers,
            LookedPeople = people,
            LookedTimes = looks,
            Next = Next(file, family, running, today),
        };
    }

    private async Task<string?> StateNoteAsync(Case file, DateOnly today, CancellationToken ct) => file.State switch
    {
        CaseState.TerminationPending when events.Find(file.EndingGround ?? "") is { } ground => texts["Ground", ground.Title.In(Culture)].Value,
        CaseState.AbsentWithoutNotice when await ledger.AbsenceLimitAsync(file, ct) is { } until => texts["AbsentUntil", until.DayAndTime(today)].Value,
        _ => null,
    };

    /// <summary>«Өтініш тіркелді, 3 іс ашылды.»</summary>
    public string Opened(CaseView view) => Plural.Of(texts, "New.opened", 1 + view.Links.Count(link => link.Relation is "Children" or "Siblings" or "Parent"));

    // Each part by an index of its own; one condition with "or" would read every case of the organisation.
    private async Task<List<Case>> KinAsync(Case file, CancellationToken ct)
    {
        var own = db.Cases.AsNoTracking().VisibleTo(actor.Value, db);
        var kin = await own.Where(other => other.FamilyId == file.FamilyId)
            .Concat(own.Where(other => other.Id == file.EarlierCaseId))
            .Concat(own.Where(other => other.EarlierCaseId == file.Id))
            .ToListAsync(ct);
        return [.. kin.DistinctBy(other => other.Id).OrderBy(other => other.Id)];
    }

    private static string Relation(Case file, Case other) =>
        other.Id == file.EarlierCaseId ? "Earlier"
        : other.EarlierCaseId == file.Id ? "Later"
        : !file.IsChild && other.IsChild ? "Children"
        : file.IsChild && !other.IsChild ? "Parent"
        : "Siblings";

    private static string When(StageMark stage, DateOnly today) => stage.At is not { } at ? ""
        : stage.Css == "now" && stage.Name != "ended" ? at.LocalDate().Since(today)
        : at.LocalDate().DayAndMonth(today);

    private TimelineEntry Awaited(Clock clock, DateTimeOffset now)
    {
        var obligation = obligations.Get(clock.ObligationId);
        var due = DueLine.Of(clock.DueAt, now, calendar, taskTexts);
        return new(obligation.Name.In(Culture), null, $"{clock.DueOn.Until(now.LocalDate())}, {clock.DueOn.Weekday()}", [obligation.Paragraph])
        {
            Css = due.Urgency == Urgency.Late ? "open overdue" : "open",
            Judgement = due.Words,
            Tone = due.Tone,
        };
    }

    private TimelineEntry Happened(CaseEvent happened, List<Clock> clocks, DateOnly today)
    {
        var met = clocks.Where(clock => clock.MetByEventId == happened.Id && clock.State is ClockState.Met or ClockState.MetLate).ToList();
        var late = met.Exists(clock => clock.State == ClockState.MetLate);
        return new(Title(happened), happened.OccurredAt, happened.OccurredAt.DayAndTime(today), happened.Paragraphs)
        {
            Judgement = met.Count == 0 ? null : texts[late ? "Timeline.late" : "Timeline.inTime"].Value,
            Tone = late ? "late" : "in-time",
            Who = happened.ActorId is null ? null : happened.ActorName,
        };
    }

    private string Title(CaseEvent happened)
    {
        var title = events.Find(happened.Name)?.Title.In(Culture) ?? happened.Name;
        return happened.Name == CalendarChange.MovedEvent && happened.Data is { } data
            && obligations.Find((string?)data["obligation"] ?? "") is { } limit
            && DateOnly.TryParse((string?)data["from"], CultureInfo.InvariantCulture, out var from) && DateOnly.TryParse((string?)data["to"], CultureInfo.InvariantCulture, out var to)
            ? $"{title}: {limit.Name.In(Culture)}, {from.DayAndMonth()} → {to.DayAndMonth()}"
            : title;
    }

    private CaseTask Show(UserTask task, DateTimeOffset now)
    {
        var role = string.Join(", ", task.Roles.Select(code => shared[$"Role{RoleCodes.Parse(code)}"].Value));
        var opens = task.OrganisationId is not null && task.OrganisationId == actor.Value.OrganisationId
            && (actor.Value.Is(Role.Head) || actor.Value.Is(Role.SocialWorkSpecialist) || task.AssigneeId == actor.Value.UserId || task.Roles.Any(code => actor.Value.Is(RoleCodes.Parse(code))));
        return new(task.Id, task.Title.In(Culture), task.AssigneeName is null ? role : $"{role}: {task.AssigneeName}", opens, DueLine.Of(task.DueAt, now, calendar, taskTexts));
    }

    private CaseClock Show(Clock clock, DateTimeOffset now)
    {
        var obligation = obligations.Get(clock.ObligationId);
        return new(
            $"{clock.DueOn.DayAndMonth(now.LocalDate())}, {clock.DueOn.Weekday()}",
            obligation.Name.In(Culture),
            obligation.Paragraph,
            DueLine.Of(clock.DueAt, now, calendar, taskTexts),
            ClockView.Of(clock, events.Find(clock.Explanation.AnchorEvent)?.Title.In(Culture) ?? clock.Explanation.AnchorEvent, obligations, taskTexts));
    }

    // The latest version of each kind in each language.
    private async Task<List<CasePaper>> PapersAsync(Case file, CancellationToken ct)
    {
        var papers = await db.Papers.AsNoTracking().VisibleTo(actor.Value, db).Where(paper => paper.CaseId == file.Id)
            .Select(paper => new { paper.Id, paper.Kind, paper.Language, paper.Version, paper.State, paper.Signatures })
            .ToListAsync(ct);
        return [.. papers.GroupBy(paper => (paper.Kind, paper.Language))
            .Select(versions => versions.MaxBy(paper => paper.Version)!)
            .OrderBy(paper => paper.Id)
            .Select(paper => new CasePaper(paper.Id, templates.Kinds.TryGetValue(paper.Kind, out var kind) ? kind.Title.In(Culture) : paper.Kind, paper.Language, paper.State.ToString(), paper.Signatures.Exists(signature => signature.Dissents)))];
    }

    private async Task<(int People, int Times)> LooksAsync(Case file, DateTimeOffset now, CancellationToken ct)
    {
        var week = now.AddDays(-7);
        var looks = await db.AuditEntries.AsNoTracking()
            .Where(entry => entry.CaseId == file.Id && entry.At >= week && Looks.Actions.Contains(entry.Action))
            .GroupBy(entry => entry.ActorId)
            .Select(group => group.Count())
            .ToListAsync(ct);
        return (looks.Count, looks.Sum());
    }

    private List<string> Next(Case file, List<Case> family, List<Clock> running, DateOnly today)
    {
        List<string> lines = [];
        if (running.Find(clock => clock.ObligationId == "p28.1") is { } identify)
        {
            lines.Add(texts["New.next.identify", identify.DueOn.Until(today)]);
        }

        if (running.Find(clock => clock.ObligationId == "p35.1") is { } police)
        {
            lines.Add(texts["New.next.police", police.DueOn.Until(today)]);
        }

        var children = family.Where(other => other.IsChild && other.Id != file.Id).Select(other => other.Code).ToList();
        if (children.Count > 0)
        {
            lines.Add(texts["New.next.children", string.Join(", ", children)]);
        }

        return lines;
    }
}
