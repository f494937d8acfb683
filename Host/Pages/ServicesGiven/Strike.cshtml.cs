using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Pana.Cases;
using Pana.Portal.Access;
using Pana.Portal.Forms;
using Pana.Portal.Wording;

namespace Pana.Portal.Pages.ServicesGiven;

/// <summary>Strikes a wrong entry of the log out, with the reason; the entry stays.</summary>
[Authorize(Policy.Cases)]
internal sealed class StrikeModel(
    CaseDb db, CurrentActor actor, ServiceLog log, FormCatalog forms, FormValidator validator, ServiceWords words, AuditTrail audit, TimeProvider time)
    : FormPage(validator)
{
    public string Code { get; private set; } = "";
    public ServiceLine Line { get; private set; } = null!;
    public DateOnly Today { get; private set; }
    public string Service => words.Of(Line.Entry.Service);
    public string Duration => words.Duration(Line.Entry.Minutes);
    public bool Allowed => log.MayStrike(Line.Entry);

    public async Task<IActionResult> OnGetAsync(string code, Guid entry, CancellationToken ct)
    {
        if (await LoadAsync(code, entry, ct) is not { } file)
        {
            return NotFound();
        }

        Draw(forms.Get(ServiceLog.StrikeForm), new FormAnswers());
        audit.Note("services.viewed", file.Id, file.Code);
        await db.SaveChangesAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string code, Guid entry, CancellationToken ct)
    {
        if (await LoadAsync(code, entry, ct) is not { } file)
        {
            return NotFound();
        }

        var form = forms.Get(ServiceLog.StrikeForm);
        var posted = Read(form);
        if (Allowed && Unfinished(posted) is { } again)
        {
            return again;
        }

        if (!Allowed || !await log.StrikeAsync(file, entry, form, posted.Answers, ct))
        {
            return Answer(StatusCodes.Status409Conflict);
        }

        return LocalRedirect($"/cases/{code}/services?month={Line.Entry.Day.Address()}&struck=true#log");
    }

    private async Task<Case?> LoadAsync(string code, Guid id, CancellationToken ct)
    {
        var file = await db.Cases.VisibleTo(actor.Value, db).SingleOrDefaultAsync(file => file.Code == code, ct);
        var found = file is null ? null : await db.ServiceEntries.AsNoTracking().VisibleTo(actor.Value, db).SingleOrDefaultAsync(entry => entry.CaseId == file.Id && entry.Id == id, ct);
        if (file is null || found is null)
        {
            return null;
        }

        (Code, Today) = (file.Code, time.GetUtcNow().LocalDate());
        Line = (await log.OpenAsync(file.Id, [found], ct))[0];
        return file;
    }
}
