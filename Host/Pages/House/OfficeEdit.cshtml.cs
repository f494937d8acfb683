using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Pana.Cases;
using Pana.Portal.Access;
using Pana.Portal.Forms;
using Pana.Portal.Texts;
using Pana.Portal.Wording;

namespace Pana.Portal.Pages.House;

/// <summary>Draws an office's passport up anew: the next version, the former one filled in (p9 1) 6)).</summary>
[Authorize(Policy.House)]
internal sealed class OfficeEditModel(Offices offices, FormCatalog forms, FormValidator validator, RuleWords rules, IStringLocalizer<HouseTexts> texts) : FormPage(validator)
{
    public OfficeView View { get; private set; } = null!;
    public string? Refusal { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid office, CancellationToken ct)
    {
        if (await offices.FindAsync(office, ct: ct) is not { Office.ClosedAt: null } view)
        {
            return NotFound();
        }

        View = view;
        Draw(forms.Get(Offices.Form), view.Given);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid office, [FromForm(Name = "_version")] int version, CancellationToken ct)
    {
        if (await offices.FindAsync(office, ct: ct) is not { } view)
        {
            return NotFound();
        }

        View = view;
        var form = forms.Get(Offices.Form);
        var posted = Read(form);
        if (Unfinished(posted) is { } again)
        {
            return again;
        }

        try
        {
            if (await offices.RenewAsync(office, version, form, posted.Answers, ct))
            {
                return LocalRedirect($"/offices/{office}?saved=true");
            }
        }
        catch (CaseRuleException broken)
        {
            Refusal = rules.Say(broken);
            return Answer(StatusCodes.Status422UnprocessableEntity);
        }

        Refusal = texts["Office.stale"];
        return Answer(StatusCodes.Status409Conflict);
    }
}
