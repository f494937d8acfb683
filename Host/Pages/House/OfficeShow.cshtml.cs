using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Pana.Cases;
using Pana.Portal.Access;
using Pana.Portal.Forms;
using Pana.Portal.Texts;
using Pana.Portal.Wording;

namespace Pana.Portal.Pages.House;

/// <summary>The passport of an office in one of its versions, as it is printed (p9 1) 6)).</summary>
[Authorize(Policy.Registers)]
internal sealed class OfficeShowModel(
    Offices offices, CaseDb db, FormCatalog forms, FormValidator validator, RuleWords rules, AuditTrail audit, IStringLocalizer<HouseTexts> texts) : FormPage(validator)
{
    public OfficeView View { get; private set; } = null!;
    public string? Notice { get; private set; }
    public string? Refusal { get; private set; }
    public bool MayWrite => RolePolicies.Allows(User, Policy.House);

    public async Task<IActionResult> OnGetAsync(Guid office, int? version, bool saved, CancellationToken ct)
    {
        if (!await LoadAsync(office, version, ct))
        {
            return NotFound();
        }

        Notice = saved ? texts["Office.saved"].Value : null;
        audit.NoteFor(null, "office.viewed", office.ToString());
        await db.SaveChangesAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostCloseAsync(Guid office, CancellationToken ct)
    {
        if (!await LoadAsync(office, null, ct))
        {
            return NotFound();
        }

        if (!MayWrite)
        {
            return Forbid();
        }

        try
        {
            await offices.CloseAsync(office, ct);
            return LocalRedirect("/offices");
        }
        catch (CaseRuleException broken)
        {
            Refusal = rules.Say(broken);
            return Answer(StatusCodes.Status422UnprocessableEntity);
        }
    }

    private async Task<bool> LoadAsync(Guid office, int? version, CancellationToken ct)
    {
        if (await offices.FindAsync(office, version, ct) is not { } view)
        {
            return false;
        }

        View = view;
        Draw(forms.Get(Offices.Form, view.Passport.FormVersion), view.Given);
        Form = Form! with { ReadOnly = true };
        return true;
    }
}
