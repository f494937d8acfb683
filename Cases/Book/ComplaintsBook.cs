using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Pana.Engine;

namespace Pana.Cases;

/// <summary>An organisation's book of complaints and suggestions: kept, shown at first demand (p10), reviewed every month by the head (p11).</summary>
public sealed class ComplaintsBook(CaseDb db, DbSession session, CurrentActor actor, Vault vault, ObligationCatalog obligations, AuditTrail audit, TimeProvider time)
{
    /// <summary>The form of an entry.</summary>
    public const string EntryForm = "book-entry";

    /// <summary>The form of the monthly review.</summary>
    public const string ReviewForm = "book-review";

    private const string EntryPurpose = "book-entry";
    private const string ReviewPurpose = "book-review";
    private const string Limit = "p11.1";

    /// <summary>The acting person's own organisation's entries, the newest first.</summary>
    public IQueryable<BookEntry> Entries => db.BookEntries.AsNoTracking().Where(entry => entry.OrganisationId == actor.Value.OrganisationId)
        .OrderByDescending(entry => entry.Day).ThenByDescending(entry => entry.Id);

    /// <summary>The own organisation's reviews, the newest month first.</summary>
    public IQueryable<BookReview> Reviews => db.BookReviews.AsNoTracking().Where(review => review.OrganisationId == actor.Value.OrganisationId)
        .OrderByDescending(review => review.Month);

    /// <summary>Enters a filled <see cref="EntryForm"/>.</summary>
    public Task<BookEntry> EnterAsync(FormAnswers given, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(given);
        var organisation = actor.Organisation;
        return session.InRepeatableTransactionAsync(
            async token =>
            {
                var entry = new BookEntry
                {
                    OrganisationId = organisation,
                    Kind = Enum.Parse<BookEntryKind>(given.Text("kind")!, ignoreCase: true),
                    Day = given.Date("day")!.Value,
                    Sealed = [],
                    RecordedAt = time.GetUtcNow(),
                    RecordedById = actor.Value.UserId,
                    RecordedByName = actor.Value.DisplayName,
                };
                entry.Id = await SentForms.KeyAsync(given, mark => db.BookEntries.AnyAsync(kept => kept.Id == mark, token));
                entry.Sealed = await vault.SealAsync(organisation, EntryPurpose, entry.Id, given, token);
                db.BookEntries.Add(entry);
                audit.NoteFor(organisation, "book.entered", entry.Id.ToString(), new JsonObject { ["kind"] = entry.Kind.ToString() });
                await SentForms.SaveAsync(db, token);
                return entry;
            },
            ct);
    }

    /// <summary>The words of an entry of the own organisation.</summary>
    public Task<FormAnswers> OpenAsync(BookEntry entry, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return vault.OpenAnswersAsync(entry.OrganisationId, EntryPurpose, entry.Id, entry.Sealed, ct);
    }

    /// <summary>The words of a review; empty while it waits.</summary>
    public async Task<FormAnswers> OpenAsync(BookReview review, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(review);
        return review.Sealed is { } box ? await vault.OpenAnswersAsync(review.OrganisationId, ReviewPurpose, review.Id, box, ct) : new FormAnswers();
    }

    /// <summary>
    /// Opens the review of the month that has just ended for every organisation that has none yet; each in its own time zone.
    /// The limit is <c>p11.1</c>: a month after the month. Returns how many were opened.
    /// </summary>
    public async Task<int> OpenReviewsAsync(CancellationToken ct = default)
    {
        var now = time.GetUtcNow();
        var opened = 0;
        foreach (var organisation in await db.Organisations.AsNoTracking().ToListAsync(ct))
        {
            var today = LocalDay.Of(now, TimeZoneInfo.FindSystemTimeZoneById(organisation.TimeZone));
            var month = new DateOnly(today.Year, today.Month, 1).AddMonths(-1);
            if (await db.BookReviews.AnyAsync(review => review.OrganisationId == organisation.Id && review.Month == month, ct))
            {
                continue;
            }

            db.BookReviews.Add(new BookReview
            {
                OrganisationId = organisation.Id,
                Month = month,
                OpenedAt = now,
                DueOn = month.AddMonths(1 + obligations.Get(Limit).Amount).AddDays(-1),
            });
            audit.NoteFor(organisation.Id, "book.reviewOpened", Name(month));
            opened++;
        }

        await db.SaveChangesAsync(ct);
        return opened;
    }

    /// <summary>Keeps the head's review of a month. False when that month has no review waiting: somebody was faster, or it is not over.</summary>
    public Task<bool> ReviewAsync(DateOnly month, FormAnswers given, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(given);
        var organisation = actor.Organisation;
        return session.InRepeatableTransactionAsync(
            async token =>
            {
                var (first, after) = (month, month.AddMonths(1));
                if (!actor.Value.Is(Role.Head) || await db.BookReviews.SingleOrDefaultAsync(review => review.OrganisationId == organisation && review.Month == month, token) is not { ReviewedAt: null } review)
                {
                    return false;
                }

                review.Entries = await db.BookEntries.CountAsync(entry => entry.OrganisationId == organisation && entry.Day >= first && entry.Day < after, token);
                review.ReviewedAt = time.GetUtcNow();
                review.ReviewedById = actor.Value.UserId;
                review.ReviewedByName = actor.Value.DisplayName;
                review.Sealed = await vault.SealAsync(organisation, ReviewPurpose, review.Id, given, token);
                audit.NoteFor(organisation, "book.reviewed", Name(month), new JsonObject { ["entries"] = review.Entries });
                await db.SaveChangesAsync(token);
                return true;
            },
            ct);
    }

    private static string Name(DateOnly month) => $"{month:yyyy-MM}";
}
