using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pana.Cases;
using Pana.Tests.Support;
using Xunit;

namespace Pana.Tests.Cases.Book;

/// <summary>The book of complaints and suggestions (p10) and its monthly review, the empty month too (p11).</summary>
public abstract class ComplaintsBookTests(TestDatabase database) : CaseTests(database)
{
    private const string Words = "Тамақ суық берілді";

    [Fact]
    public async Task An_entry_is_sealed_under_the_organisation_s_key_and_only_its_own_staff_find_it()
    {
        await EnterAsync(World.Nurse, "complaint", "2026-03-20");

        var entry = Assert.Single(await EntriesAsync(World.Head));
        Assert.Equal((BookEntryKind.Complaint, new DateOnly(2026, 3, 20), World.Nurse.DisplayName), (entry.Kind, entry.Day, entry.RecordedByName));
        Assert.DoesNotContain(Words, Encoding.UTF8.GetString(entry.Sealed), StringComparison.Ordinal);
        Assert.Equal(Words, (await World.AsAsync(World.Head, scope => scope.GetRequiredService<ComplaintsBook>().OpenAsync(entry))).Text("text"));
        Assert.Empty(await EntriesAsync(World.Staff(Role.Head, World.Other)));
        Assert.Empty(await EntriesAsync(World.Officer));
        Assert.True(await World.ReadAsync(db => db.AuditEntries.AnyAsync(one => one.Action == "book.entered" && one.OrganisationId == World.Organisation.Id)));
    }

    [Fact]
    public async Task The_review_of_a_month_opens_once_when_the_month_is_over_and_is_due_a_month_later()
    {
        World.At("2026-03-31 23:59");
        Assert.Equal(new DateOnly(2026, 2, 1), (await OpenAsync()).Month);
        World.At("2026-04-01 00:05");

        var review = await OpenAsync();
        await OpenAsync();

        Assert.Equal((new DateOnly(2026, 3, 1), new DateOnly(2026, 4, 30)), (review.Month, review.DueOn));
        Assert.Equal(2, await World.ReadAsync(db => db.BookReviews.CountAsync(one => one.OrganisationId == World.Organisation.Id)));
    }

    [Fact]
    public async Task The_head_reviews_a_month_once_an_empty_one_too()
    {
        World.At("2026-04-01 00:05");
        await EnterAsync(World.Social, "suggestion", "2026-04-01");
        var march = (await OpenAsync()).Month;

        Assert.False(await ReviewAsync(World.Social, march));
        Assert.False(await ReviewAsync(World.Staff(Role.Head, World.Other), march.AddMonths(1)));
        Assert.True(await ReviewAsync(World.Head, march));
        Assert.False(await ReviewAsync(World.Head, march));

        var done = await World.ReadAsync(db => db.BookReviews.SingleAsync(one => one.OrganisationId == World.Organisation.Id && one.Month == march));
        Assert.Equal((0, World.Head.DisplayName), (done.Entries, done.ReviewedByName));
        Assert.Equal("Жазба болмады", (await World.AsAsync(World.Head, scope => scope.GetRequiredService<ComplaintsBook>().OpenAsync(done))).Text("conclusion"));
    }

    private static FormAnswers Answers(params (string Key, string Value)[] given) =>
        FormAnswers.FromJson(new JsonObject(given.Select(one => KeyValuePair.Create(one.Key, (JsonNode?)one.Value))));

    private Task<BookEntry> EnterAsync(Actor who, string kind, string day) => World.AsAsync(who, scope =>
        scope.GetRequiredService<ComplaintsBook>().EnterAsync(Answers(("kind", kind), ("day", day), ("text", Words))));

    private Task<List<BookEntry>> EntriesAsync(Actor who) => World.AsAsync(who, scope => scope.GetRequiredService<ComplaintsBook>().Entries.ToListAsync());

    private async Task<BookReview> OpenAsync()
    {
        await World.AsAsync(Actor.System, scope => scope.GetRequiredService<ComplaintsBook>().OpenReviewsAsync());
        return await World.ReadAsync(db => db.BookReviews.AsNoTracking().Where(one => one.OrganisationId == World.Organisation.Id).OrderByDescending(one => one.Month).FirstAsync());
    }

    private Task<bool> ReviewAsync(Actor who, DateOnly month) => World.AsAsync(who, scope =>
        scope.GetRequiredService<ComplaintsBook>().ReviewAsync(month, Answers(("conclusion", "Жазба болмады"))));
}

public sealed class ComplaintsBookOnSqlite(SqliteTestDatabase database) : ComplaintsBookTests(database), IClassFixture<SqliteTestDatabase>;

public sealed class ComplaintsBookOnPostgres(PostgresTestDatabase database) : ComplaintsBookTests(database), IClassFixture<PostgresTestDatabase>;
