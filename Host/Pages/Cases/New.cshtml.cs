using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Pana.Activities;
using Pana.Cases;
using Pana.Engine;
using Pana.Portal.Access;
using Pana.Portal.Forms;
using Pana.Portal.Wording;

namespace Pana.Portal.Pages.Cases;

/// <summary>A person at the door: the application (appendix 4), the children, and the cases that open from it.</summary>
[Authorize(Policy.NewCase)]
internal sealed class NewModel(
    CaseDb db, DbSession session, CurrentActor actor, Intake intake, AdmissionStarter admission, ApplicationDrafts drafts, Readmission readmission,
    FormCatalog forms, FormValidator validator, RuleWords rules, TimeProvider time) : PageModel
{
    private static string Culture => CultureInfo.CurrentUICulture.Name;

    /// <summary>Code of the earlier case when the person is admitted anew.</summary>
    public string? After { get; private set; }

    /// <summary>Children of the earlier family whose cases go on.</summary>
    public string? StillHere { get; private set; }

    public string? DraftSaved { get; private set; }
    public string? Refusal { get; private set; }
    public FormView Form { get; private set; } = null!;
    public string Query => After is null ? "" : $"?after={After}";

    public async Task<IActionResult> OnGetAsync(string? after, CancellationToken ct)
    {
        var earlier = await FindAsync(after, ct);
        if (after is not null && earlier is null)
        {
            return NotFound();
        }

        var form = forms.Get(ApplicationReading.FormId);
        var draft = await drafts.LoadAsync(earlier?.Id, ct);
        var answers = draft is { } kept ? kept.Answers
            : earlier is not null ? await readmission.PrefillAsync(earlier, form, ct)
            : new FormAnswers();
        DraftSaved = draft?.SavedAt.DayAndTime(time.GetUtcNow().LocalDate());
        Form = FormView.Of(form, answers, Culture, time.GetUtcNow().Local().DateTime) with
        {
            DraftUrl = $"/cases/new/draft{Query}",
            DraftSavedAt = draft is { } saved ? TimeOnly.FromDateTime(saved.SavedAt.Local().DateTime) : null,
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? after, CancellationToken ct)
    {
        var earlier = await FindAsync(after, ct);
        if (after is not null && earlier is null)
        {
            return NotFound();
        }

        var form = forms.Get(ApplicationReading.FormId);
        var posted = validator.Validate(form, Request.Form, Culture);
        Form = FormView.Of(form, posted, Culture) with { DraftUrl = $"/cases/new/draft{Query}" };
        if (!posted.IsValid || posted.AsksToConfirm)
        {
            Response.StatusCode = posted.OnlyRowsChanged || posted.AsksToConfirm ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        try
        {
            var code = await session.InRepeatableTransactionAsync(async token =>
            {
                if (earlier is not null)
                {
                    await readmission.DischargeAsync(earlier, token);
                }

                var cases = await intake.OpenAsync(ApplicationReading.Of(form, posted.Answers, earlier?.Id), token);
                if (earlier is not null)
                {
                    await readmission.ReturnAsync(earlier, cases, token);
                }

                await admission.StartAsync(cases, token);
                await drafts.DiscardAsync(earlier?.Id, token);
                return cases[0].Code;
            }, ct);
            return LocalRedirect($"/cases/{code}?opened=true");
        }
        catch (CaseRuleException broken)
        {
            Refusal = rules.Say(broken);
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }
    }

    private async Task<Case?> FindAsync(string? after, CancellationToken ct)
    {
        var earlier = after is null ? null : await db.Cases.VisibleTo(actor.Value, db).SingleOrDefaultAsync(file => file.Code == after, ct);
        if (earlier is null || !Readmission.MayFollow(earlier))
        {
            return null;
        }

        After = earlier.Code;
        StillHere = await readmission.StillHereAsync(earlier, ct) is { Count: > 0 } codes ? string.Join(", ", codes) : null;
        return earlier;
    }
}
