using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Npgsql;
using Pana.Engine;
using Pana.Tests.Support;
using Xunit;
using static Pana.Tests.Engine.Store.RuntimeOnDatabase;

namespace Pana.Tests.Engine.Store;

public sealed class RepeatedBurstOnSqliteTests(SqliteTestDatabase database) : RepeatedBurstTests(database), IClassFixture<SqliteTestDatabase>;

public sealed class RepeatedBurstOnPostgresTests(PostgresTestDatabase database) : RepeatedBurstTests(database), IClassFixture<PostgresTestDatabase>;

/// <summary>A burst that meets another transaction is begun anew, a bounded number of times and never after something escaped; what a rule refuses leaves nothing.</summary>
public abstract class RepeatedBurstTests(TestDatabase database) : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
    private readonly Stones _stones = new();
    private readonly string _id = $"w{Guid.NewGuid():N}";
    private RuntimeOnDatabase _engine = null!;

    public static TheoryData<string> Failures => ["deadlock", "serialisation", "busy", "stale"];

    public async ValueTask InitializeAsync()
    {
        database.Require();
        await EngineDb.CreateTablesAsync(database);
        _engine = new RuntimeOnDatabase(database.Kind, database.ConnectionString, _time, s => s.AddSingleton(_stones));
    }

    public async ValueTask DisposeAsync()
    {
        if (_engine is not null)
        {
            await _engine.DisposeAsync();
        }
    }

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task A_passing_failure_is_invisible_and_everything_happens_once(string failure)
    {
        await _engine.PublishAsync(_id, Step("first", "Elsa.WriteLine", ("text", "Literal", "x")), Step("stumble", "Test.Stumbles"), Step("task", "Elsa.RunTask", ("taskName", "Literal", "t")));
        Lay(failure, 3);

        var instance = await _engine.StartAsync(_id);

        Assert.Equal(4, _stones.Tries);
        Assert.Equal(1, await _engine.CountAsync(db => db.WorkflowInstances.Where(i => i.DefinitionId == _id)));
        Assert.Equal(1, await _engine.CountAsync(db => db.Bookmarks.Where(b => b.InstanceId == instance)));
        Assert.Equal(1, await _engine.CountAsync(db => db.Journal.Where(j => j.InstanceId == instance && j.ActivityId == "first" && j.EventName == "Completed")));
        Assert.Equal(0, await IncidentsAsync());
    }

    [Fact]
    public async Task A_failure_that_does_not_pass_leaves_one_incident_after_the_last_attempt()
    {
        await _engine.PublishAsync(_id, Step("stumble", "Test.Stumbles"));
        Lay("deadlock", 10);

        await Assert.ThrowsAsync<WorkflowFaultedException>(() => _engine.StartAsync(_id));

        Assert.Equal(4, _stones.Tries);
        Assert.Equal(1, await IncidentsAsync());
    }

    [Fact]
    public async Task What_has_left_the_database_is_not_repeated()
    {
        await _engine.PublishAsync(_id, Step("stumble", "Test.Stumbles", ("escapes", "Literal", "true")));
        Lay("deadlock", 1);

        await Assert.ThrowsAsync<WorkflowFaultedException>(() => _engine.StartAsync(_id));

        Assert.Equal(1, _stones.Tries);
        Assert.Equal(1, await IncidentsAsync());
    }

    [Fact]
    public async Task Inside_a_callers_transaction_the_caller_repeats_and_no_incident_is_left()
    {
        await _engine.PublishAsync(_id, Step("stumble", "Test.Stumbles"));
        Lay("deadlock", 1);
        var callers = 0;

        await _engine.InScopeAsync(s => s.GetRequiredService<DbSession>().InRepeatableTransactionAsync(async ct =>
        {
            callers++;
            return await s.GetRequiredService<WorkflowRuntime>().StartAsync(new StartWorkflow(_id), ct);
        }));

        Assert.Equal((2, 2), (callers, _stones.Tries));
        Assert.Equal(1, await _engine.CountAsync(db => db.WorkflowInstances.Where(i => i.DefinitionId == _id)));
        Assert.Equal(0, await IncidentsAsync());
    }

    [Fact]
    public async Task What_a_rule_refuses_a_person_is_told_and_leaves_neither_change_nor_incident()
    {
        await _engine.PublishAsync(_id, Step("task", "Elsa.RunTask", ("taskName", "Literal", "t")), Step("rule", "Test.Refuses"));
        var instance = await _engine.StartAsync(_id);
        var wait = await _engine.WaitOfAsync(instance);
        var lines = await _engine.CountAsync(db => db.Journal.Where(j => j.InstanceId == instance));

        await Assert.ThrowsAsync<TestRefusedException>(() => _engine.ResumeAsync(wait));

        Assert.Equal(wait, await _engine.WaitOfAsync(instance));
        Assert.Equal(lines, await _engine.CountAsync(db => db.Journal.Where(j => j.InstanceId == instance)));
        Assert.Equal(0, await IncidentsAsync());
    }

    [Fact]
    public async Task What_a_rule_refuses_a_timer_is_an_incident_since_nobody_could_be_told()
    {
        await _engine.PublishAsync(_id, Step("wait", "Elsa.Delay", ("timeSpan", "Literal", "00:01:00")), Step("rule", "Test.Refuses"));
        await _engine.StartAsync(_id);
        _time.Advance(TimeSpan.FromMinutes(2));

        Assert.Equal(0, await _engine.Timers.FireDueAsync(TestContext.Current.CancellationToken));

        Assert.Equal(1, await IncidentsAsync());
    }

    private Task<int> IncidentsAsync() => _engine.CountAsync(db => db.Incidents.Where(i => i.DefinitionId == _id));

    private void Lay(string failure, int times)
    {
        for (var i = 0; i < times; i++)
        {
            _stones.Ahead.Enqueue(failure switch
            {
                "deadlock" => new PostgresException("deadlock detected", "ERROR", "ERROR", PostgresErrorCodes.DeadlockDetected),
                "serialisation" => new InvalidOperationException("wrapped", new PostgresException("could not serialize access", "ERROR", "ERROR", PostgresErrorCodes.SerializationFailure)),
                "busy" => new SqliteException("database is locked", 5),
                _ => new StaleInstanceException("another"),
            });
        }
    }
}
