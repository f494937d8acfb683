using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Pana.Cases;
using Pana.Tests.Support;
using Xunit;

namespace Pana.Tests.Cases.Tasks;

public abstract class OneWinnerTests(TestDatabase database)
{
    private const int Tasks = 250;
    private const int AtOnce = 8;

    [Fact]
    public async Task Of_two_people_who_complete_one_task_at_once_exactly_one_wins_every_time()
    {
        await using var world = await CaseWorld.CreateAsync(database);
        var file = await world.OpenCaseAsync();
        var definition = await world.PublishAsync("portal-entry");
        var people = new[] { world.Social, world.Staff(Role.SocialWorkSpecialist) };
        ConcurrentBag<int> winners = [];
        ConcurrentBag<Exception> unexpected = [];

        await Parallel.ForEachAsync(Enumerable.Range(0, Tasks), new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (_, _) =>
        {
            var task = await world.StartAsync(file, definition);
            var tries = await Task.WhenAll(people.Select(who => TryAsync(world, who, task, unexpected)));
            winners.Add(tries.Count(won => won));
        });

        Assert.Empty(unexpected);
        Assert.Equal(Tasks, winners.Count);
        Assert.All(winners, count => Assert.Equal(1, count));
        Assert.Equal(Tasks, await world.ReadAsync(db => db.SealedAnswers.CountAsync(row => row.CaseId == file.Id && row.TaskId != null)));
        Assert.Equal(Tasks, await world.ReadAsync(db => db.AuditEntries.CountAsync(entry => entry.CaseId == file.Id && entry.Action == "task.completed")));
        Assert.Equal(0, await world.ReadAsync(db => db.WorkflowInstances.CountAsync(row => row.DefinitionId == definition && row.FinishedAt == null)));
    }

    private static async Task<bool> TryAsync(CaseWorld world, Actor who, UserTask task, ConcurrentBag<Exception> unexpected)
    {
        try
        {
            await world.CompleteAsync(who, task);
            return true;
        }
        catch (TaskAlreadyCompletedException lost) when (lost.State == UserTaskState.Completed && lost.By is not null)
        {
            return false;
        }
#pragma warning disable CA1031 // Whatever else happens is shown by the assertion.
        catch (Exception other)
#pragma warning restore CA1031
        {
            unexpected.Add(other);
            return false;
        }
    }
}

public sealed class OneWinnerOnSqlite(SqliteTestDatabase database) : OneWinnerTests(database), IClassFixture<SqliteTestDatabase>;

public sealed class OneWinnerOnPostgres(PostgresTestDatabase database) : OneWinnerTests(database), IClassFixture<PostgresTestDatabase>;
