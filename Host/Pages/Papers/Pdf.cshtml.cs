using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Pana.Cases;
using Pana.Engine;
using Pana.Portal.Access;
using Pana.Portal.Papers;

namespace Pana.Portal.Pages.Papers;

/// <summary>The paper as a PDF file, where the machine has a Chromium. The file's name says the case code and the kind, nothing else.</summary>
[Authorize(Policy.Papers)]
internal sealed class PdfModel(CaseDb db, DbSession session, CurrentActor actor, PaperMaker maker, ChromiumPdf pdf, AuditTrail audit) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        var papers = db.Papers.AsNoTracking().VisibleTo(actor.Value, db).Where(paper => paper.Id == id);
        if (!pdf.IsAvailable || await papers.SingleOrDefaultAsync(ct) is not { } paper)
        {
            return NotFound();
        }

        var code = await papers.WithCode(db).Select(sight => sight.Code).SingleAsync(ct);
        var file = await pdf.PrintAsync(await maker.ReadAsync(paper, ct), ct);
        audit.Note("paper.printed", paper.CaseId, paper.Id.ToString());
        await session.InTransactionAsync(token => db.SaveChangesAsync(token), ct);
        return File(file, "application/pdf", $"{code}-{paper.Kind}-{paper.Language}.pdf");
    }
}
