using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Pana.Cases;
using Pana.Portal.Access;
using Pana.Portal.Forms;
using Pana.Portal.Texts;
using Pana.Portal.Wording;

namespace Pana.Portal.Pages.House;

/// <summary>What the organisation holds for one recipient: take, give back, and what was given back (p39).</summary>
[Authorize(Policy.Cases)]
internal sealed class CaseThingsModel(
    CaseDb db, CurrentActor actor, Custody custody, FormCatalog forms, FormValidator validator, RuleWords rules, AuditTrail audit, TimeProvider time, IStringLocalizer<HouseTexts> texts)
    : FormPage(validator)
{
    public Case Case { get; private set; } = null!;
    public IReadOnlyList<CustodyLine> Lines { get; private set; } = [];
    public DateOnly Today { get; private set; }
    public string? Notice { get; private set; }
    public string? Refusal { get; private set; }

    public async Task<IActionResult> OnGetAsync(string code, string? done, CancellationToken ct)
    {
        if (!await LoadAsync(code, ct))
        {
            return NotFound();
        }

        Notice = done is "taken" or "returned" ? texts["Things." + done].Value : null;
        audit.Note("things.viewed", Case.Id, Case.Code);
        await db.SaveChangesAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string code, CancellationToken ct)
    {
        if (!await LoadAsync(code, ct))
        {
            return NotFound();
        }

        var form = forms.Get(Custody.Form);
        var posted = Read(form);
        if (Unfinished(posted) is { } again)
        {
            return again;
        }

        try
        {
            await custody.TakeAsync(Case, form, posted.Answers, ct);
            return LocalRedirect($"/cases/{code}/things?done=taken");
        }
        catch (CaseRuleException broken)
        {
            Refusal = rules.Say(broken);
            return Answer(StatusCodes.Status422UnprocessableEntity);
        }
    }

    public async Task<IActionResult> OnPostReturnAsync(string code, Guid item, CancellationToken ct)
    {
        if (!await LoadAsync(code, ct))
        {
            return NotFound();
        }

        if (await custody.ReturnAsync(Case, item, ct))
        {
            return LocalRedirect($"/cases/{code}/things?done=returned");
        }

        Refusal = texts["Things.gone"];
        return Answer(StatusCodes.Status409Conflict);
    }

    private async Task<bool> LoadAsync(string code, CancellationToken ct)
    {
        if (await db.Cases.VisibleTo(actor.Value, db).SingleOrDefaultAsync(file => file.Code == code, ct) is not { } file)
        {
            return false;
        }

        Case = file;
        Today = time.GetUtcNow().LocalDate();
        Draw(forms.Get(Custody.Form), new FormAnswers());
        Lines = await custody.ListAsync(file.Id, ct);
        return true;
    }
}
