using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Pana.Cases;
using Pana.Portal.Access;
using Pana.Portal.Forms;
using Pana.Portal.Wording;

namespace Pana.Portal.Pages.House;

/// <summary>Enters a specialised office by its first passport (p9 1) 6)).</summary>
[Authorize(Policy.House)]
internal sealed class OfficeNewModel(Offices offices, FormCatalog forms, FormValidator validator, TimeProvider time) : FormPage(validator)
{
    public void OnGet() => Draw(forms.Get(Offices.Form), new FormAnswers(), time.GetUtcNow().Local().DateTime);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var form = forms.Get(Offices.Form);
        var posted = Read(form);
        if (Unfinished(posted) is { } again)
        {
            return again;
        }

        var office = await offices.OpenAsync(form, posted.Answers, ct);
        return LocalRedirect($"/offices/{office.Id}?saved=true");
    }
}
