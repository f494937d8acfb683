using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Pana.Cases;
using Pana.Portal.Access;
using Pana.Portal.Wording;

namespace Pana.Portal.Pages.Book;

/// <summary>The book as it is shown to recipients and visitors at first demand (p10): every entry, nobody's name.</summary>
[Authorize(Policy.Book)]
internal sealed class PrintModel(ComplaintsBook book, CaseDb db, AuditTrail audit, TimeProvider time) : PageModel
{
    /// <summary>As many as one printing shows.</summary>
    public const int Most = 500;

    public IReadOnlyList<BookLine> Lines { get; private set; } = [];
    public int Count { get; private set; }
    public DateOnly Today { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        Today = time.GetUtcNow().LocalDate();
        Count = await book.Entries.CountAsync(ct);
        Lines = await BookLine.OpenAsync(book, await book.Entries.Take(Most).ToListAsync(ct), withNames: false, ct);
        audit.NoteFor(null, "book.viewed", "print");
        await db.SaveChangesAsync(ct);
    }
}
