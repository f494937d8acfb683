using Microsoft.EntityFrameworkCore;
using Pana.Cases;
using Pana.Tests.Support;
using Xunit;

namespace Pana.Tests.Cases.Tasks;

/// <summary>An open task shows the limit that runs now, whenever it was opened.</summary>
public abstract class TaskDatesTests(TestDatabase database) : CaseTests(database)
{
    [Fact]
    public async Task A_task_opened_before_its_limit_begins_gets_the_date_when_it_begins()
    {
        World.At("2026-10-23 10:00");
        var task = await AskAsync("p30.1");
        Assert.Null(task.DueAt);

        await RecordAsync(task, "identification.started", "victim.recognised");

        // Sunday 25 October 2026 is Republic Day: its substitute is Monday the 26th.
        var dated = await LoadAsync(task);
        Assert.Equal(new DateTimeOffset(2026, 10, 27, 23, 59, 59, TimeSpan.FromHours(5)), dated.DueAt);
        Assert.NotNull(dated.ClockId);
    }

    [Fact]
    public async Task A_task_whose_limit_has_ended_is_no_longer_dated()
    {
        var task = await AskAsync("p28.1");
        Assert.NotNull(task.DueAt);

        await RecordAsync(task, "identification.started", "victim.recognised");

        var stopped = await LoadAsync(task);
        Assert.Null(stopped.DueAt);
        Assert.Null(stopped.ClockId);
    }

    [Fact]
    public async Task A_limit_that_begins_again_dates_the_task_anew()
    {
        var task = await AskAsync("p31.1");
        await RecordAsync(task, "identification.started", "victim.recognised", "documents.sentToAuthority");
        World.At("2026-12-15 09:00");
        await RecordAsync(task, "documents.receivedByAuthority");
        var first = await LoadAsync(task);
        await RecordAsync(task, "decision.refused");
        Assert.Null((await LoadAsync(task)).DueAt);

        World.At("2026-12-28 09:00");
        await RecordAsync(task, "documents.sentToAuthority", "documents.receivedByAuthority");

        var second = await LoadAsync(task);
        // 16 December is Independence Day.
        Assert.Equal(new DateTimeOffset(2026, 12, 21, 23, 59, 59, TimeSpan.FromHours(5)), first.DueAt);
        Assert.Equal(new DateTimeOffset(2026, 12, 31, 23, 59, 59, TimeSpan.FromHours(5)), second.DueAt);
        Assert.NotEqual(first.ClockId, second.ClockId);
    }

    [Fact]
    public async Task A_completed_task_keeps_the_date_it_had()
    {
        var task = await AskAsync("p28.1");
        await World.CompleteAsync(World.Social, task);

        await RecordAsync(task, "identification.started", "victim.recognised");

        Assert.Equal(task.DueAt, (await LoadAsync(task)).DueAt);
    }

    private async Task<UserTask> AskAsync(string obligation) =>
        await World.StartAsync(await World.OpenCaseAsync(), await World.PublishAsync(obligation: obligation));

    private async Task RecordAsync(UserTask task, params string[] events) =>
        await World.RecordAsync(await World.ReadAsync(db => db.Cases.AsNoTracking().SingleAsync(file => file.Id == task.CaseId)), events);

    private Task<UserTask> LoadAsync(UserTask task) => World.ReadAsync(db => db.UserTasks.AsNoTracking().SingleAsync(row => row.Id == task.Id));
}

public sealed class TaskDatesOnSqlite(SqliteTestDatabase database) : TaskDatesTests(database), IClassFixture<SqliteTestDatabase>;

public sealed class TaskDatesOnPostgres(PostgresTestDatabase database) : TaskDatesTests(database), IClassFixture<PostgresTestDatabase>;
