using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Pana.Cases;
using Pana.Engine;
using Pana.Portal.Access;
using Pana.Portal.Forms;
using Pana.Portal.Texts;
using Pana.Portal.Wording;

namespace Pana.Portal.Pages.Tasks;

/// <summary>One task: the form, why it is asked, by when, and what is known of the case.</summary>
[Authorize(Policy.Tasks)]
internal sealed class AnswerModel(
    CaseDb db, UserTasks tasks, FamilyOrder orders, CaseChoices choices, TaskAnswers answers, TaskDesk desk, FormCatalog forms, FormValidator validator, RuleWords rules, AuditTrail audit, IStringLocalizer<TaskTexts> texts) : PageModel
{
    public TaskView View { get; private set; } = null!;
    public FormView? Form { get; private set; }
    public TaskEnd? Lost { get; private set; }
    public FormView? Kept { get; private set; }
    public Refusal? Refusal { get; private set; }
    public string? Notice { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, string? said, CancellationToken ct)
    {
        if (await desk.LoadAsync(id, ct) is not { } view)
        {
            return NotFound();
        }

        View = view;
        Notice = said switch
        {
            "claimed" when view.IsMine => texts["Claimed.now"].Value,
            "released" => texts["Released.now"].Value,
            _ => null,
        };
        if (view.TaskState == UserTaskState.Withdrawn)
        {
            Kept = await desk.KeptAsync(view, await tasks.LoadDraftAsync(id, ct), ct);
        }

        if (view.MayAnswer)
        {
            Form = await desk.BlankAsync(view, await tasks.LoadDraftAsync(id, ct), ct);
        }

        audit.Note("task.viewed", view.CaseId, id.ToString());
        await db.SaveChangesAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, int revision, CancellationToken ct)
    {
        if (await desk.LoadAsync(id, ct) is not { } view)
        {
            return NotFound();
        }

        View = view;
        var form = await choices.OfferAsync(view.CaseId, forms.Get(view.FormId, view.FormVersion), ct: ct);
        var culture = CultureInfo.CurrentUICulture.Name;
        var withheld = await answers.WithheldAsync(view.CaseId, form, ct);
        var posted = validator.Validate(form, Request.Form, culture, withheld: withheld);
        Form = FormView.Of(form, posted, culture) with { DraftUrl = $"/tasks/{id}/draft", Withheld = withheld };
        if (!view.IsOpen)
        {
            return Gone(view, Form);
        }

        if (!view.IsForMe)
        {
            return Forbid();
        }

        if (!posted.IsValid || posted.AsksToConfirm)
        {
            return posted.OnlyRowsChanged || posted.AsksToConfirm ? Page() : Unprocessable();
        }

        try
        {
            await orders.CompleteAsync(id, form, posted.Outcome, posted.Answers, revision, ct);
            return LocalRedirect($"/tasks?done={id}");
        }
        catch (TaskAlreadyCompletedException)
        {
            return Gone(await desk.ReloadAsync(id, ct) ?? view, Form);
        }
        catch (TaskHeldException)
        {
            return Held(await desk.ReloadAsync(id, ct) ?? view, Form);
        }
        catch (TaskChangedException)
        {
            View = await desk.ReloadAsync(id, ct) ?? view;
            Refusal = new(texts["Changed.title"], texts["Changed.help"]);
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Page();
        }
        catch (CaseRuleException broken)
        {
            Refusal = new(texts["Rule.title"], rules.Say(broken));
            return Unprocessable();
        }
        catch (WorkflowFaultedException fault)
        {
            Refusal = new(texts["Fault.title"], texts["Fault.help", fault.IncidentId]);
            return await KeepAsync(id, form, ct);
        }
    }

    private PageResult Gone(TaskView view, FormView typed)
    {
        View = view;
        Lost = view.End;
        return WithKept(typed);
    }

    private PageResult Held(TaskView view, FormView typed)
    {
        View = view;
        return WithKept(typed);
    }

    private PageResult WithKept(FormView typed)
    {
        Form = null;
        Kept = typed with { ReadOnly = true };
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    private PageResult Unprocessable()
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    // The failed burst was rolled back whole; what was typed is kept in a transaction of its own.
    private async Task<PageResult> KeepAsync(Guid id, FormDefinition form, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        await tasks.SaveDraftAsync(id, FormValidator.Draft(form, Request.Form), ct);
        Response.StatusCode = StatusCodes.Status500InternalServerError;
        return Page();
    }
}
