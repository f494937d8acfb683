using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Pana.Cases;
using Pana.Portal.Access;
using Pana.Portal.Forms;
using Pana.Portal.Wording;

namespace Pana.Portal.Pages.Book;

/// <summary>One month of the book: its entries, and the head's review of it (p11).</summary>
[Authorize(Policy.Book)]
internal sealed class ReviewModel(
    ComplaintsBook book, CaseDb db, CurrentActor actor, FormCatalog forms, FormValidator validator, AuditTrail audit, TimeProvider time) : FormPage(validator)
{
    public BookReview Review { get; private set; } = null!;
    public IReadOnlyList<BookLine> Lines { get; private set; } = [];
    public DateOnly Today { get; private set; }
    public bool IsHead => actor.Value.Is(Role.Head);

    public async Task<IActionResult> OnGetAsync(string month, CancellationToken ct)
    {
        if (!await LoadAsync(month, ct))
        {
            return NotFound();
        }

        Draw(forms.Get(ComplaintsBook.ReviewForm), await book.OpenAsync(Review, ct));
        Form = Form! with { ReadOnly = Review.ReviewedAt is not null };
        audit.NoteFor(null, "book.viewed", Review.Month.Address());
        await db.SaveChangesAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string month, CancellationToken ct)
    {
        if (!await LoadAsync(month, ct))
        {
            return NotFound();
        }

        if (!IsHead)
        {
            return Forbid();
        }

        var posted = Read(forms.Get(ComplaintsBook.ReviewForm));
        if (Review.ReviewedAt is null && Unfinished(posted) is { } again)
        {
            return again;
        }

        if (Review.ReviewedAt is null && await book.ReviewAsync(Review.Month, posted.Answers, ct))
        {
            return LocalRedirect($"/book?reviewed={Review.Month.Address()}");
        }

        // Somebody was faster: what was typed is still shown.
        await LoadAsync(month, ct);
        Form = Form! with { ReadOnly = true };
        return Answer(StatusCodes.Status409Conflict);
    }

    private async Task<bool> LoadAsync(string address, CancellationToken ct)
    {
        if (Months.Parse(address) is not { } month || await book.Reviews.SingleOrDefaultAsync(review => review.Month == month, ct) is not { } review)
        {
            return false;
        }

        (Review, Today) = (review, time.GetUtcNow().LocalDate());
        var after = month.AddMonths(1);
        Lines = await BookLine.OpenAsync(book, await book.Entries.Where(entry => entry.Day >= month && entry.Day < after).ToListAsync(ct), IsHead, ct);
        return true;
    }
}
