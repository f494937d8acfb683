using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Pana.Cases;
using Pana.Engine;
using Pana.Portal.Access;
using Pana.Portal.Wording;

namespace Pana.Portal.Pages.Cases;

/// <summary>Shows who the person is, to somebody who asked for it on purpose; the look is recorded before anything is shown.</summary>
[Authorize(Policy.Cases)]
internal sealed class PersonModel(CaseDb db, DbSession session, CurrentActor actor, Vault vault, VaultWords words, AuditTrail audit, TimeProvider time) : PageModel
{
    public string Code { get; private set; } = "";
    public string At { get; private set; } = "";
    public IReadOnlyList<(string Label, string Value)> Facts { get; private set; } = [];

    /// <summary>A look is an act: following an address shows nothing.</summary>
    public IActionResult OnGet(string code) => LocalRedirect($"/cases/{Uri.EscapeDataString(code)}");

    public async Task<IActionResult> OnPostAsync(string code, CancellationToken ct)
    {
        var file = await db.Cases.VisibleTo(actor.Value, db).SingleOrDefaultAsync(file => file.Code == code, ct);
        if (file is null)
        {
            return NotFound();
        }

        audit.Note("person.revealed", file.Id, file.Code);
        await session.InTransactionAsync(token => db.SaveChangesAsync(token), ct);
        Code = file.Code;
        At = time.GetUtcNow().Clock();
        Facts = words.Person(await vault.GetAllAsync(file.Id, actor.Value, ct));
        return Page();
    }
}
