using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Pana.Cases;
using Pana.Portal.Access;
using Pana.Portal.Texts;
using Pana.Portal.Wording;

namespace Pana.Portal.Pages.Book;

/// <summary>The book of complaints and suggestions (p10–11): its reviews and its entries, the newest first.</summary>
[Authorize(Policy.Book)]
internal sealed class IndexModel(ComplaintsBook book, CaseDb db, CurrentActor actor, AuditTrail audit, TimeProvider time, IStringLocalizer<BookTexts> texts) : PageModel
{
    private const int PageSize = 50;
    private const int MostReviews = 12;

    public IReadOnlyList<BookLine> Lines { get; private set; } = [];
    public IReadOnlyList<BookReview> Reviews { get; private set; } = [];
    public string? Notice { get; private set; }
    public DateOnly Today { get; private set; }
    public int Skip { get; private set; }
    public bool HasMore { get; private set; }
    public bool IsHead => actor.Value.Is(Role.Head);

    public async Task OnGetAsync(bool entered, string? reviewed, int skip, CancellationToken ct)
    {
        Today = time.GetUtcNow().LocalDate();
        Skip = Math.Clamp(skip, 0, 100_000);
        var found = await book.Entries.Skip(Skip).Take(PageSize + 1).ToListAsync(ct);
        HasMore = found.Count > PageSize;
        Lines = await BookLine.OpenAsync(book, found.Take(PageSize), IsHead, ct);
        Reviews = await book.Reviews.Take(MostReviews).ToListAsync(ct);
        Notice = entered ? texts["Entered"].Value : Months.Parse(reviewed) is { } month ? texts["Reviewed", month.Title()].Value : null;
        audit.NoteFor(null, "book.viewed", "book");
        await db.SaveChangesAsync(ct);
    }

    public string State(BookReview review) => review.ReviewedAt is { } done ? texts["Review.done", done.LocalDate().DayAndMonth(Today), review.ReviewedByName!, review.Entries]
        : texts[review.DueOn < Today ? "Review.late" : "Review.waits", review.DueOn.DayAndMonth(Today)];
}
