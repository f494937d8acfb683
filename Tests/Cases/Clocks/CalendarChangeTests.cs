using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pana.Cases;
using Pana.Tests.Cases.Content;
using Pana.Tests.Support;
using Xunit;

namespace Pana.Tests.Cases.Clocks;

public abstract class CalendarChangeTests(TestDatabase database) : ContentTests(database)
{
    [Fact]
    public async Task Every_open_clock_that_moves_is_listed_by_code_before_anything_changes()
    {
        World.At("2026-04-01 10:00");
        var moves = await World.OpenCaseAsync();
        World.At("2026-04-06 10:00");
        await World.OpenCaseAsync();

        var listed = await ImpactAsync(await BodyAsync());

        var move = Assert.Single(listed);
        Assert.Equal((moves.Code, "p28.1", new DateOnly(2026, 4, 2), new DateOnly(2026, 4, 3)), (move.Code, move.Limit.Id, move.From, move.To));
        Assert.Equal(new DateOnly(2026, 4, 2), (await World.ClockAsync(moves, "p28.1")).DueOn);
    }

    [Fact]
    public async Task Confirmed_the_clocks_and_their_tasks_move_with_history_and_audit()
    {
        World.At("2026-04-01 10:00");
        var file = await World.OpenCaseAsync();
        var task = await World.AsAsync(World.Social, scope => scope.GetRequiredService<UserTasks>().OpenAsync(
            Some.Task(file, Guid.NewGuid().ToString("N")) with { ObligationId = "p28.1" }));
        var body = await BodyAsync();

        var moved = await PublishAsync(body, CalendarChange.Fingerprint(await ImpactAsync(body)));

        var clock = await World.ClockAsync(file, "p28.1");
        Assert.Equal(1, moved);
        Assert.Equal((new DateOnly(2026, 4, 3), new DateTimeOffset(2026, 4, 3, 23, 59, 59, TimeSpan.FromHours(5))), (clock.DueOn, clock.DueAt));
        Assert.Equal("2026-04-01-order", clock.Explanation.CalendarEdition);
        Assert.Equal("Демалыс 04.04.2026 күнінен ауыстырылды", clock.Explanation.Days.Single(day => day.Date == new DateOnly(2026, 4, 2)).Reason!.Kk);
        Assert.Equal(clock.DueAt, (await World.ReadAsync(db => db.UserTasks.SingleAsync(one => one.Id == task.Id))).DueAt);
        var fact = await World.ReadAsync(db => db.CaseEvents.SingleAsync(one => one.CaseId == file.Id && one.Name == CalendarChange.MovedEvent));
        Assert.Equal(("2026-04-02", "2026-04-03", "Designer"), ((string?)fact.Data!["from"], (string?)fact.Data["to"], fact.ActorName));
        Assert.True(await World.ReadAsync(db => db.AuditEntries.AnyAsync(one => one.CaseId == file.Id && one.Action == CalendarChange.MovedEvent && one.ActorId == ContentSteps.Designer.UserId)));
        Assert.False(World.Of<WorkingCalendar>().IsWorkingDay(new DateOnly(2026, 4, 2)));
        Assert.Empty(await World.AsAsync(ContentSteps.Designer, scope => scope.GetRequiredService<CalendarChange>().DriftAsync()));
    }

    [Fact]
    public async Task A_list_that_has_changed_since_it_was_seen_changes_nothing()
    {
        World.At("2026-04-01 10:00");
        var file = await World.OpenCaseAsync();
        var body = await BodyAsync();
        var seen = CalendarChange.Fingerprint(await ImpactAsync(body));
        await World.OpenCaseAsync();

        await Assert.ThrowsAsync<ContentChangedException>(() => PublishAsync(body, seen));

        Assert.Equal(new DateOnly(2026, 4, 2), (await World.ClockAsync(file, "p28.1")).DueOn);
        Assert.True(World.Of<WorkingCalendar>().IsWorkingDay(new DateOnly(2026, 4, 2)));
    }

    [Fact]
    public async Task A_clock_that_began_while_the_calendar_changed_is_found_and_moved()
    {
        World.At("2026-04-01 10:00");
        var body = await BodyAsync();
        await using var other = await AnotherWorldAsync();
        await PublishAsync(body, CalendarChange.Fingerprint(await ImpactAsync(body)));
        other.At("2026-04-01 10:00");
        var late = await other.OpenCaseAsync();

        var drift = await World.AsAsync(ContentSteps.Designer, scope => scope.GetRequiredService<CalendarChange>().DriftAsync());
        await World.AsAsync(ContentSteps.Designer, scope => scope.GetRequiredService<CalendarChange>().RecountAsync(CalendarChange.Fingerprint(drift)));

        Assert.Equal(late.Code, Assert.Single(drift).Code);
        Assert.Equal(new DateOnly(2026, 4, 3), (await other.ClockAsync(late, "p28.1")).DueOn);
    }

    [Fact]
    public async Task An_act_that_makes_no_calendar_is_refused_with_every_defect()
    {
        var current = await CurrentAsync();
        var act = Order() with { Act = new LocalizedText("Бұйрық", "", ""), Transfers = [new DayTransfer(new DateOnly(2026, 4, 4), new DateOnly(2026, 4, 2))] };

        var error = Assert.Throws<ContentDefectsException>(() => CalendarChange.With(current, act.Id, act));

        Assert.Equal(2, error.Defects.Count);
        Assert.All(error.Defects, defect => Assert.Equal("2026-04-01-order", defect.Place));
    }

    [Fact]
    public async Task Taking_an_act_away_gives_the_day_back()
    {
        var current = await CurrentAsync();

        var body = CalendarChange.With(current, "2026-kurban-ait", null);

        Assert.True(CalendarChange.Explain(current.Body)(new DateOnly(2026, 5, 27)).IsOff);
        Assert.False(CalendarChange.Explain(body)(new DateOnly(2026, 5, 27)).IsOff);
    }

    private static CalendarEdition Order() => new()
    {
        Id = "2026-04-01-order",
        Act = new LocalizedText("Бұйрық", "Приказ", "Order"),
        Signed = new DateOnly(2026, 4, 1),
        InForce = new DateOnly(2026, 4, 1),
        Transfers = [new DayTransfer(new DateOnly(2026, 4, 2), new DateOnly(2026, 4, 4))],
    };

    private Task<ContentVersion> CurrentAsync() => World.AsAsync(ContentSteps.Designer, scope => scope.GetRequiredService<CalendarChange>().CurrentAsync());

    private async Task<string> BodyAsync() => CalendarChange.With(await CurrentAsync(), Order().Id, Order());

    private Task<IReadOnlyList<MovedClock>> ImpactAsync(string body) => World.AsAsync(ContentSteps.Designer, scope => scope.GetRequiredService<CalendarChange>().ImpactAsync(body));

    private Task<int> PublishAsync(string body, string fingerprint) =>
        World.AsAsync(ContentSteps.Designer, scope => scope.GetRequiredService<CalendarChange>().PublishAsync(body, 1, fingerprint));
}

public sealed class CalendarChangesOnSqlite(SqliteTestDatabase database) : CalendarChangeTests(database), IClassFixture<SqliteTestDatabase>;

public sealed class CalendarChangesOnPostgres(PostgresTestDatabase database) : CalendarChangeTests(database), IClassFixture<PostgresTestDatabase>;
