using Microsoft.EntityFrameworkCore;
using Pana.Cases;
using Pana.Tests.Cases.Content;
using Pana.Tests.Support;
using Xunit;

namespace Pana.Tests.Cases.Clocks;

public abstract class LimitEditionTests(TestDatabase database) : ContentTests(database)
{
    private static readonly string[] ToReceipt = ["identification.started", "victim.recognised", "documents.sentToAuthority", "documents.receivedByAuthority"];

    [Fact]
    public async Task An_open_case_keeps_the_old_limit_and_a_new_one_has_the_new()
    {
        World.At("2026-04-06 09:00");
        var old = await World.OpenCaseAsync();

        await World.PublishAsync(ContentKind.Limits, "limits", limits => limits.Amount("p31.1", 2), new DateOnly(2026, 4, 6));
        World.At("2026-04-06 10:00");
        var young = await World.OpenCaseAsync();
        World.At("2026-04-07 10:00");
        await World.RecordAsync(old, ToReceipt);
        await World.RecordAsync(young, ToReceipt);

        var (before, after) = (await World.ClockAsync(old, "p31.1"), await World.ClockAsync(young, "p31.1"));
        Assert.Equal((new DateOnly(2026, 4, 10), 3, 1, null), (before.DueOn, before.Explanation.Amount, before.Explanation.LimitEdition, before.Explanation.LimitFrom));
        Assert.Equal((new DateOnly(2026, 4, 9), 2, 2, (DateOnly?)new DateOnly(2026, 4, 6)), (after.DueOn, after.Explanation.Amount, after.Explanation.LimitEdition, after.Explanation.LimitFrom));
    }

    [Fact]
    public async Task A_limit_with_a_coming_date_waits_for_it()
    {
        World.At("2026-04-06 09:00");
        await World.PublishAsync(ContentKind.Limits, "limits", limits => limits.Amount("p28.1", 2), new DateOnly(2026, 4, 8));

        var before = await World.OpenCaseAsync();
        World.At("2026-04-08 09:00");
        var after = await World.OpenCaseAsync();

        Assert.Equal(new DateOnly(2026, 4, 7), (await World.ClockAsync(before, "p28.1")).DueOn);
        Assert.Equal(new DateOnly(2026, 4, 10), (await World.ClockAsync(after, "p28.1")).DueOn);
    }

    [Fact]
    public async Task A_date_in_the_past_or_before_the_last_change_is_refused()
    {
        World.At("2026-04-06 09:00");

        var past = await Assert.ThrowsAsync<ContentDefectsException>(() => World.PublishAsync(ContentKind.Limits, "limits", limits => limits.Amount("p28.1", 2), new DateOnly(2026, 4, 5)));

        Assert.Contains("2026-04-05 is too early: from 2026-04-06 on", past.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_limit_of_the_Standard_cannot_be_left_out_nor_made_nonsense()
    {
        World.At("2026-04-06 09:00");

        var error = await Assert.ThrowsAsync<ContentDefectsException>(() => World.PublishAsync(
            ContentKind.Limits,
            "limits",
            limits =>
            {
                limits["limits"]!.AsArray().RemoveAt(0);
                limits.Amount("p28.1", 0);
            },
            new DateOnly(2026, 4, 6)));

        Assert.Contains(error.Defects, defect => defect.Place == "p28.1");
    }
}

public sealed class LimitEditionsOnSqlite(SqliteTestDatabase database) : LimitEditionTests(database), IClassFixture<SqliteTestDatabase>;

public sealed class LimitEditionsOnPostgres(PostgresTestDatabase database) : LimitEditionTests(database), IClassFixture<PostgresTestDatabase>;
