using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Pana.Cases;
using Pana.Engine;
using Pana.Portal.Access;
using Pana.Portal.Forms;
using Pana.Portal.Wording;

namespace Pana.Portal.Pages.Book;

/// <summary>One month of the book: its entries, and the head's review of it (p11).</summary>
[Authorize(Policy.Book)]
internal sealed class ReviewModel(
    ComplaintsBook book, CaseDb db, DbSession session, CurrentActor actor, FormCatalog forms, FormValidator validator, AuditTrail audit, TimeProvider time) : PageModel
{
    public BookReview Review { get; private set; } = null!;
    public FormView? Form { get; private set; }
    public IReadOnlyList<BookLine> Lines { get; private set; } = [];
    public DateOnly Today { get; private set; }
    public bool IsHead => actor.Value.Is(Role.Head);

    public async Task<IActionResult> OnGetAsync(string month, CancellationToken ct)
    {
        if (!await LoadAsync(month, ct))
        {
            return NotFound();
        }

        Form = FormView.Of(forms.Get(ComplaintsBook.ReviewForm), await book.OpenAsync(Review, ct), CultureInfo.CurrentUICulture.Name) with { ReadOnly = Review.ReviewedAt is not null };
        audit.NoteFor(null, "book.viewed", Review.Month.Address());
        await session.InTransactionAsync(token => db.SaveChangesAsync(token), ct);
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

        var form = forms.Get(ComplaintsBook.ReviewForm);
        var posted = validator.Validate(form, Request.Form, CultureInfo.CurrentUICulture.Name);
        Form = FormView.Of(form, posted, CultureInfo.CurrentUICulture.Name);
        if (Review.ReviewedAt is null && !posted.IsValid)
        {
            return Answer(StatusCodes.Status422UnprocessableEntity);
        }

        if (Review.ReviewedAt is null && await book.ReviewAsync(Review.Month, posted.Answers, ct))
        {
            return LocalRedirect($"/book?reviewed={Review.Month.Address()}");
        }

        // Somebody was faster: what was typed is still shown.
        await LoadAsync(month, ct);
        Form = Form with { ReadOnly = true };
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

    private PageResult Answer(int status)
    {
        Response.StatusCode = status;
        return Page();
    }
}
