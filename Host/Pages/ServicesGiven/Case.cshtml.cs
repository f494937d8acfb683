using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Pana.Cases;
using Pana.Portal.Access;
using Pana.Portal.Forms;
using Pana.Portal.Texts;
using Pana.Portal.Wording;

namespace Pana.Portal.Pages.ServicesGiven;

/// <summary>The log of services of one case (p18, p15): the measures of its plan, the form of an entry, and what was given, month by month.</summary>
[Authorize(Policy.Cases)]
internal sealed class CaseModel(
    CaseDb db,
    CurrentActor actor,
    ServiceLog log,
    MeasureBook measures,
    FormCatalog forms,
    FormValidator validator,
    ObligationCatalog obligations,
    AuditTrail audit,
    RuleWords rules,
    ServiceWords words,
    TimeProvider time,
    IStringLocalizer<ServiceTexts> texts) : FormPage(validator)
{
    // A month of one recipient: far more than anybody gives.
    private const int Most = 1000;

    public Case Case { get; private set; } = null!;
    public MeasureRow? Measure { get; private set; }
    public string? Refusal { get; private set; }
    public string? Notice { get; private set; }
    public IReadOnlyList<MeasureRow> Measures { get; private set; } = [];
    public IReadOnlyList<ServiceLine> Lines { get; private set; } = [];
    public DateOnly Month { get; private set; }
    public DateOnly Today { get; private set; }

    public bool HasEarlier => Month > MonthOf(Case.AppliedAt.LocalDate());
    public bool HasLater => Month < MonthOf(Today);

    public string Sum => Plural.Of(texts, "Log.sum", Standing.Count, words.Duration(Standing.Sum(line => line.Entry.Minutes)));

    private List<ServiceLine> Standing => [.. Lines.Where(line => line.Entry.StruckAt is null)];

    public async Task<IActionResult> OnGetAsync(string code, string? measure, string? month, Guid? recorded, bool struck, CancellationToken ct)
    {
        if (!await LoadAsync(code, measure, month, ct))
        {
            return NotFound();
        }

        Draw(Offered(), new FormAnswers(), time.GetUtcNow().Local().DateTime);
        Notice = struck ? texts["Strike.done"] : recorded is { } id && Lines.FirstOrDefault(line => line.Entry.Id == id) is { } line ? Said(line.Entry) : null;
        audit.Note("services.viewed", Case.Id, Case.Code);
        await db.SaveChangesAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string code, string? measure, CancellationToken ct)
    {
        if (!await LoadAsync(code, measure, null, ct))
        {
            return NotFound();
        }

        var posted = Read(Offered());
        if (Unfinished(posted) is { } again)
        {
            return again;
        }

        try
        {
            // The plan may have been corrected since the page was opened: a mark it no longer has is refused, not dropped.
            var entry = await log.RecordAsync(Case, forms.Get(ServiceLog.Form), posted.Answers, string.IsNullOrEmpty(measure) ? null : measure, ct);
            return LocalRedirect($"/cases/{code}/services?month={entry.Day.Address()}&recorded={entry.Id}");
        }
        catch (CaseRuleException broken)
        {
            Refusal = rules.Say(broken);
            return Answer(StatusCodes.Status422UnprocessableEntity);
        }
    }

    public string Service(ServiceEntry entry) => words.Of(entry.Service);

    public string Duration(ServiceEntry entry) => words.Duration(entry.Minutes);

    public bool MayStrike(ServiceEntry entry) => log.MayStrike(entry);

    public string? MeasureOf(ServiceEntry entry) => Measures.FirstOrDefault(row => row.Measure.Mark == entry.Measure)?.Measure.Words;

    private async Task<bool> LoadAsync(string code, string? measure, string? month, CancellationToken ct)
    {
        if (await db.Cases.VisibleTo(actor.Value, db).SingleOrDefaultAsync(file => file.Code == code, ct) is not { } file)
        {
            return false;
        }

        Case = file;
        Today = time.GetUtcNow().LocalDate();
        Month = Months.Parse(month) ?? MonthOf(Today);
        Measures = file.IsOver ? [] : await measures.OfAsync(new Dictionary<Guid, string> { [file.Id] = file.Code }, ct);
        Measure = Measures.FirstOrDefault(row => row.Measure.Mark == measure);
        var (first, after) = (Month, Month.AddMonths(1));
        var entries = await db.ServiceEntries.AsNoTracking().VisibleTo(actor.Value, db).Where(entry => entry.CaseId == file.Id && entry.Day >= first && entry.Day < after)
            .OrderByDescending(entry => entry.At).ThenByDescending(entry => entry.Id).Take(Most).ToListAsync(ct);
        Lines = await log.OpenAsync(file.Id, entries, ct);
        return true;
    }

    // Under a chosen measure only the services of its kind; otherwise what the case can have at all.
    private FormDefinition Offered() => forms.Get(ServiceLog.Form).Offering("service", option =>
        Measure is { } row ? ServiceCodes.KindOf(option.Value) == row.Measure.Kind : ServiceCodes.Concerns(option.Value, Case));

    private string Said(ServiceEntry entry) => entry.Service == ServiceCodes.DayStay && obligations.Of(Case, LocalDay.Almaty).FindRange("p2.3") is { } range
        && (entry.Minutes < range.From * 60 || entry.Minutes > range.To * 60)
        ? texts["DayStay.outside", range.From, range.To, Duration(entry)]
        : texts["Recorded"];

    private static DateOnly MonthOf(DateOnly day) => new(day.Year, day.Month, 1);
}
