using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Pana.Cases;
using Pana.Portal.Access;
using Pana.Portal.Forms;
using Pana.Portal.Texts;
using Pana.Portal.Wording;

namespace Pana.Portal.Pages.Cases;

/// <summary>Records an event by hand; what follows from it is said before it is confirmed.</summary>
[Authorize(Policy.RecordEvent)]
internal sealed class RecordModel(
    CaseDb db, CurrentActor actor, CaseLedger ledger, HandRecords records, FormCatalog forms, FormValidator validator, EventCatalog events, RuleWords rules, TimeProvider time,
    IStringLocalizer<CaseTexts> texts) : FormPage(validator)
{
    public string Code { get; private set; } = "";
    public string EventName { get; private set; } = "";
    public EventText Event { get; private set; } = null!;
    public CaseState State { get; private set; }
    public bool Allowed { get; private set; }
    public IReadOnlyList<string> Consequences { get; private set; } = [];
    public string? Refusal { get; private set; }
    public bool Unconfirmed { get; private set; }
    public bool Confirmed { get; private set; }

    public async Task<IActionResult> OnGetAsync(string code, string eventName, CancellationToken ct)
    {
        if (await LoadAsync(code, eventName, ct) is not (_, { } form))
        {
            return NotFound();
        }

        Draw(form, new FormAnswers(), time.GetUtcNow().Local().DateTime);
        Form = Ask(Form!);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string code, string eventName, string? understood, CancellationToken ct)
    {
        if (await LoadAsync(code, eventName, ct) is not ({ } file, { } form))
        {
            return NotFound();
        }

        Confirmed = understood == "true";
        var posted = Read(form);
        Form = Ask(Form!);
        if (!Allowed)
        {
            return Answer(StatusCodes.Status409Conflict);
        }

        Unconfirmed = !Confirmed && !posted.OnlyRowsChanged;
        if (!posted.IsValid || Unconfirmed || posted.AsksToConfirm)
        {
            return Answer(posted.OnlyRowsChanged || (posted.AsksToConfirm && !Unconfirmed) ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
        }

        try
        {
            await records.RecordAsync(file, eventName, form, posted.Answers, HappenedAt(file, form, posted.Answers), ct);
            // Whoever was expelled comes back by a new case, which opens at once (p37 2), A-25).
            return LocalRedirect(eventName == HandEvents.ReadmittedAtOnce && file.IsOver ? $"/cases/new?after={Code}" : $"/cases/{Code}?recorded={eventName}");
        }
        catch (CaseRuleException broken)
        {
            Refusal = rules.Say(broken);
            return Answer(StatusCodes.Status422UnprocessableEntity);
        }
    }

    private async Task<(Case? File, FormDefinition? Form)> LoadAsync(string code, string eventName, CancellationToken ct)
    {
        var file = await db.Cases.VisibleTo(actor.Value, db).SingleOrDefaultAsync(file => file.Code == code, ct);
        if (file is null || HandEvents.FormOf(eventName) is not { } formId || events.Find(eventName) is not { } known)
        {
            return (null, null);
        }

        Code = file.Code;
        EventName = eventName;
        Event = known;
        State = file.State;
        Allowed = HandEvents.Now(file, ledger, await db.CaseEvents.AnyAsync(happened => happened.CaseId == file.Id && happened.Name == HandEvents.Admitted, ct)).Contains(eventName);
        Consequences = [.. Follows(file, eventName), .. await OfChildrenAsync(file, eventName, ct)];
        return (file, forms.Get(formId));
    }

    private string[] Follows(Case file, string eventName)
    {
        var key = (eventName, file) switch
        {
            // Under a contract a contraindication is no refusal but a ground to cease (p36).
            ("contraindication.found", { ContractOn: not null }) => "contraindication.contract",
            (HandEvents.ReadmittedAtOnce, { IsOver: true }) => "readmission.anew",
            ("violation.recorded", { NextViolationExpels: true }) => "violation.last",
            _ => eventName,
        };
        string[] lines = texts[$"Consequence.{key}"].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return eventName == "violation.recorded" ? [texts["Consequence.violation.count", file.Violations + 1].Value, .. lines] : lines;
    }

    // What ends a person's case leaves the children's open.
    private async Task<IEnumerable<string>> OfChildrenAsync(Case file, string eventName, CancellationToken ct)
    {
        if (!(HandEvents.MayEnd(eventName) || (eventName == "violation.recorded" && file.NextViolationExpels)) || file.IsChild)
        {
            return [];
        }

        var children = await db.Cases.AsNoTracking().VisibleTo(actor.Value, db)
            .Where(child => child.IsChild && child.RepresentativeCaseId == file.Id).OrderBy(child => child.Id).ToListAsync(ct);
        var open = children.Where(child => !child.IsOver).Select(child => child.Code).ToList();
        return open.Count == 0 ? [] : [texts["Consequence.children", string.Join(", ", open)].Value];
    }

    private FormView Ask(FormView view) => view with { SubmitText = texts["Record.submit"] };

    // The form's own moment or day of the event is its first compulsory date that cannot lie ahead; none means now. A day without a time is
    // some moment of that day between the application and now.
    private DateTimeOffset? HappenedAt(Case file, FormDefinition form, FormAnswers answers)
    {
        var asked = form.All().FirstOrDefault(component => component is { Type: FormComponentType.DateTime, IsFact: true } && component.Rules.Required && component.Property("notAfter") == "today");
        if (asked is null || LocalDates.Moment(answers.Text(asked.Key)) is not { } moment || asked.Subtype == "datetime")
        {
            return asked is null ? null : LocalDates.Moment(answers.Text(asked.Key));
        }

        var (endOfDay, now) = (moment.AddDays(1).AddMinutes(-1), time.GetUtcNow());
        var latest = endOfDay < now ? endOfDay : now;
        return latest < file.AppliedAt ? file.AppliedAt : latest;
    }
}
