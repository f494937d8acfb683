using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Pana.Cases;
using Pana.Portal.Access;
using Pana.Portal.Forms;
using Pana.Portal.Wording;

namespace Pana.Portal.Pages.Reports;

/// <summary>Records an evaluation of an organisation's work in a finished quarter: by its head, or by the authorised body (p12, A-34).</summary>
[Authorize(Policy.Evaluation)]
internal sealed class EvaluationModel(QualityEvaluations evaluations, FormCatalog forms, FormValidator validator, RuleWords rules, TimeProvider time) : FormPage(validator)
{
    public Organisation Organisation { get; private set; } = null!;
    public Quarter Quarter { get; private set; }
    public string? Refusal { get; private set; }

    public async Task<IActionResult> OnGetAsync(string quarter, Guid organisation, CancellationToken ct)
    {
        if (!await LoadAsync(quarter, organisation, ct))
        {
            return NotFound();
        }

        Draw(forms.Get(QualityEvaluations.Form), new FormAnswers(), time.GetUtcNow().Local().DateTime);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string quarter, Guid organisation, CancellationToken ct)
    {
        if (!await LoadAsync(quarter, organisation, ct))
        {
            return NotFound();
        }

        var posted = Read(forms.Get(QualityEvaluations.Form));
        if (Unfinished(posted) is { } again)
        {
            return again;
        }

        try
        {
            await evaluations.RecordAsync(organisation, Quarter, posted.Answers, ct);
            return LocalRedirect($"/reports?quarter={Quarter}&organisation={organisation}&evaluated=true");
        }
        catch (CaseRuleException broken)
        {
            Refusal = rules.Say(broken);
            return Answer(StatusCodes.Status422UnprocessableEntity);
        }
    }

    private async Task<bool> LoadAsync(string quarter, Guid organisation, CancellationToken ct)
    {
        if (Quarter.Parse(quarter) is not { } wanted || wanted.After > time.GetUtcNow().LocalDate()
            || await evaluations.Organisations.SingleOrDefaultAsync(one => one.Id == organisation, ct) is not { } found)
        {
            return false;
        }

        (Quarter, Organisation) = (wanted, found);
        return true;
    }
}
