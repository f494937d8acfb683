using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Pana.Cases;
using Pana.Portal.Access;
using Pana.Portal.Forms;
using Pana.Portal.Texts;
using Pana.Portal.Wording;

namespace Pana.Portal.Pages.House;

/// <summary>Writes the draft of a plan of activities, or of a change of an approved one, and sends it to the head (p9 6) 1)).</summary>
[Authorize(Policy.House)]
internal sealed class LeisureDraftModel(LeisurePlans plans, FormCatalog forms, FormValidator validator, TimeProvider time, IStringLocalizer<HouseTexts> texts) : FormPage(validator)
{
    public PlanPeriod Period { get; private set; }
    public string? Refusal { get; private set; }

    /// <summary>The plan as it stands; null before the first draft.</summary>
    public LeisureView? Plan { get; private set; }

    /// <summary>The version that the form was filled from; null before the first draft.</summary>
    public LeisureVersion? Newest => Plan?.Versions[0];

    public async Task<IActionResult> OnGetAsync(string period, CancellationToken ct)
    {
        if (!await LoadAsync(period, ct))
        {
            return NotFound();
        }

        Draw(forms.Get(LeisurePlans.Form), Plan?.Given ?? new FormAnswers());
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string period, [FromForm(Name = "_seenVersion")] Guid? seen, [FromForm(Name = "_revision")] int revision, CancellationToken ct)
    {
        if (!await LoadAsync(period, ct))
        {
            return NotFound();
        }

        var form = forms.Get(LeisurePlans.Form);
        var posted = Read(form);
        if (Unfinished(posted) is { } again)
        {
            return again;
        }

        var send = posted.Outcome == LeisurePlans.Send;
        if (await plans.SaveAsync(Period, seen, revision, form, posted.Answers, send, ct))
        {
            await LoadAsync(period, ct);
            return LocalRedirect($"/leisure/{Period}?version={Newest!.Number}&done={(send ? "sent" : "saved")}");
        }

        await LoadAsync(period, ct);
        Refusal = texts["Leisure.stale.draft"];
        return Answer(StatusCodes.Status409Conflict);
    }

    // A plan that is there can be changed; a new one is begun for a period that is not over.
    private async Task<bool> LoadAsync(string address, CancellationToken ct)
    {
        if (PlanPeriod.Parse(address) is not { } period)
        {
            return false;
        }

        Period = period;
        if (await plans.FindAsync(period, ct: ct) is { } inForce)
        {
            Plan = inForce.Draft is { } draft && draft.Id != inForce.Version.Id ? await plans.FindAsync(period, draft.Number, ct) : inForce;
            return true;
        }

        return PlanPeriod.Open(time.GetUtcNow().LocalDate()).Contains(period);
    }
}
