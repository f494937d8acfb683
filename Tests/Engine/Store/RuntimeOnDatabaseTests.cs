using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Pana.Engine;
using Pana.Tests.Support;
using Xunit;
using static Pana.Tests.Engine.Store.RuntimeOnDatabase;

namespace Pana.Tests.Engine.Store;

public sealed class RuntimeOnSqliteTests(SqliteTestDatabase database) : RuntimeOnDatabaseTests(database), IClassFixture<SqliteTestDatabase>;

public sealed class RuntimeOnPostgresTests(PostgresTestDatabase database) : RuntimeOnDatabaseTests(database), IClassFixture<PostgresTestDatabase>;

/// <summary>Bursts, timers, incidents and messages through the runtime, on a real database.</summary>
public abstract class RuntimeOnDatabaseTests(TestDatabase database) : IAsyncLifetime
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
    private readonly RecordingSender _sender = new();
    private RuntimeOnDatabase _engine = null!;

    public async ValueTask InitializeAsync()
    {
        database.Require();
        await EngineDb.CreateTablesAsync(database);
        _engine = new RuntimeOnDatabase(database.Kind, database.ConnectionString, _time, s => s.AddSingleton<IOutboxSender>(_sender));
    }

    public async ValueTask DisposeAsync()
    {
        if (_engine is not null)
        {
            await _engine.DisposeAsync();
        }
    }

    [Fact]
    public async Task One_answer_given_twice_at_once_moves_the_instance_once()
    {
        var id = NewId();
        await _engine.PublishAsync(id, Step("one", "Elsa.RunTask", ("taskName", "Literal", "one")), Step("two", "Elsa.RunTask", ("taskName", "Literal", "two")));
        for (var round = 0; round < 100; round++)
        {
            var instance = await _engine.StartAsync(id);
            var wait = await _engine.WaitOfAsync(instance);

            var answers = await Task.WhenAll(TryResumeAsync(wait), TryResumeAsync(wait));

            Assert.Single(answers, won => won);
            Assert.NotEqual(wait, await _engine.WaitOfAsync(instance));
        }
    }

    [Fact]
    public async Task A_timer_fires_once_for_two_pollers_and_after_an_outage()
    {
        var id = NewId();
        await _engine.PublishAsync(id, Step("wait", "Elsa.Delay", ("timeSpan", "Literal", "400.00:00:00")), Step("task", "Elsa.RunTask", ("taskName", "Literal", "after")));
        var instances = new List<string>();
        for (var i = 0; i < 20; i++)
        {
            instances.Add(await _engine.StartAsync(id));
        }

        _time.Advance(TimeSpan.FromDays(399));
        Assert.Equal(0, await _engine.Timers.FireDueAsync(Ct));
        // The host was away for a month after the moment.
        _time.Advance(TimeSpan.FromDays(31));
        await using var other = new RuntimeOnDatabase(database.Kind, database.ConnectionString, _time);
        var fired = database.Kind == DatabaseKind.Postgres
            ? await Task.WhenAll(_engine.Timers.FireDueAsync(Ct), other.Timers.FireDueAsync(Ct))
            : [await _engine.Timers.FireDueAsync(Ct), await other.Timers.FireDueAsync(Ct)];

        Assert.Equal(20, fired.Sum());
        foreach (var instance in instances)
        {
            Assert.Equal(1, await _engine.CountAsync(db => db.Bookmarks.Where(b => b.InstanceId == instance && b.Name == "Elsa.RunTask")));
            Assert.Equal(0, await _engine.CountAsync(db => db.Bookmarks.Where(b => b.InstanceId == instance && b.DueAt != null)));
        }
    }

    [Fact]
    public async Task A_failing_step_leaves_only_an_incident_and_a_retry_goes_on()
    {
        var id = NewId();
        await _engine.PublishAsync(
            id,
            Step("task", "Elsa.RunTask", ("taskName", "Literal", "first")),
            Step("script", "Elsa.RunJavaScript", ("script", "JavaScript", "setVariable('Broken', 1); if (!getInput('Mended')) throw new Error('not yet')")),
            Step("end", "Elsa.RunTask", ("taskName", "Literal", "last")));
        var instance = await _engine.StartAsync(id);
        var wait = await _engine.WaitOfAsync(instance);
        var lines = await _engine.CountAsync(db => db.Journal.Where(j => j.InstanceId == instance));

        var fault = await Assert.ThrowsAsync<WorkflowFaultedException>(() => _engine.ResumeAsync(wait));

        Assert.Equal(wait, await _engine.WaitOfAsync(instance));
        Assert.Equal(lines, await _engine.CountAsync(db => db.Journal.Where(j => j.InstanceId == instance)));
        Assert.Equal(1, await _engine.CountAsync(db => db.Incidents.Where(i => i.InstanceId == instance && i.ResolvedAt == null)));
        var again = await Assert.ThrowsAsync<WorkflowFaultedException>(() =>
            _engine.InScopeAsync(s => s.GetRequiredService<WorkflowRuntime>().RetryAsync(fault.Incident.Id)));
        Assert.Equal(fault.Incident.Id, again.Incident.Id);
        Assert.Equal(1, await _engine.CountAsync(db => db.Incidents.Where(i => i.InstanceId == instance && i.Attempts == 2)));
    }

    [Fact]
    public async Task A_poisonous_timer_becomes_an_incident_and_the_others_fire()
    {
        var (bad, good) = (NewId(), NewId());
        await _engine.PublishAsync(bad, Step("wait", "Elsa.Delay", ("timeSpan", "Literal", "00:01:00")), Step("script", "Elsa.RunJavaScript", ("script", "JavaScript", "throw new Error('poison')")));
        await _engine.PublishAsync(good, Step("wait", "Elsa.Delay", ("timeSpan", "Literal", "00:01:00")));
        var poisoned = await _engine.StartAsync(bad);
        await _engine.StartAsync(good);
        _time.Advance(TimeSpan.FromMinutes(2));

        Assert.Equal(1, await _engine.Timers.FireDueAsync(Ct));
        _time.Advance(TimeSpan.FromDays(30));
        Assert.Equal(0, await _engine.Timers.FireDueAsync(Ct));

        Assert.Equal(1, await _engine.CountAsync(db => db.Incidents.Where(i => i.InstanceId == poisoned)));
    }

    [Fact]
    public async Task A_hundred_instances_start_and_are_answered_side_by_side()
    {
        var id = NewId();
        await _engine.PublishAsync(id, Step("task", "Elsa.RunTask", ("taskName", "Literal", "only")));

        await System.Threading.Tasks.Parallel.ForEachAsync(Enumerable.Range(0, 100), new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (_, _) =>
        {
            var instance = await _engine.StartAsync(id);
            Assert.Equal(WorkflowStatus.Finished, (await _engine.ResumeAsync(await _engine.WaitOfAsync(instance))).Status);
        });

        Assert.Equal(100, await _engine.CountAsync(db => db.WorkflowInstances.Where(i => i.DefinitionId == id && i.FinishedAt != null)));
    }

    [Fact]
    public async Task A_message_is_sent_when_its_transaction_commits_and_never_otherwise()
    {
        await AddMessageAsync("kept");
        await Assert.ThrowsAsync<InvalidOperationException>(() => _engine.InScopeAsync(s => s.GetRequiredService<DbSession>().InTransactionAsync<bool>(async ct =>
        {
            await s.GetRequiredService<Outbox>().AddAsync("test", "{}", key: "undone", ct: ct);
            throw new InvalidOperationException("rolled back");
        })));

        Assert.Equal(1, await _engine.Dispatcher.DispatchDueAsync(Ct));
        Assert.Equal(0, await _engine.Dispatcher.DispatchDueAsync(Ct));

        Assert.Equal(["test:kept"], _sender.Sent);
    }

    [Fact]
    public async Task A_message_that_fails_is_tried_again_with_its_id_and_ends_as_an_incident()
    {
        var key = NewId();
        await AddMessageAsync(key);
        _sender.Fails = true;

        for (var attempt = 1; attempt <= _engine.Dispatcher.MaxAttempts; attempt++)
        {
            Assert.Equal(0, await _engine.Dispatcher.DispatchDueAsync(Ct));
            Assert.Equal(attempt, _sender.Tried.Count(id => id == $"test:{key}"));
            _time.Advance(TimeSpan.FromHours(1));
        }

        await _engine.Dispatcher.DispatchDueAsync(Ct);
        Assert.Equal(_engine.Dispatcher.MaxAttempts, _sender.Tried.Count);
        Assert.Equal(1, await _engine.CountAsync(db => db.Incidents.Where(i => i.Id == "test:" + key)));
        _sender.Fails = false;
        await _engine.Dispatcher.ReviveAsync("test:" + key, Ct);
        Assert.Equal(1, await _engine.Dispatcher.DispatchDueAsync(Ct));
    }

    [Fact]
    public async Task What_a_page_and_the_engine_change_commits_or_vanishes_together()
    {
        var id = NewId();
        await _engine.PublishAsync(id, Step("task", "Elsa.RunTask", ("taskName", "Literal", "only")));
        var acted = 0;

        await Assert.ThrowsAsync<InvalidOperationException>(() => _engine.InScopeAsync(s => s.GetRequiredService<DbSession>().InTransactionAsync<bool>(async ct =>
        {
            var session = s.GetRequiredService<DbSession>();
            session.AfterCommit(() => Task.FromResult(acted++));
            s.GetRequiredService<WorkflowDb>().Outbox.Add(new OutboxRow { Id = id, Kind = "none", Body = "{}" });
            await s.GetRequiredService<WorkflowRuntime>().StartAsync(new StartWorkflow(id), ct);
            throw new InvalidOperationException("the page fails last");
        })));

        Assert.Equal(0, acted);
        Assert.Equal(0, await _engine.CountAsync(db => db.WorkflowInstances.Where(i => i.DefinitionId == id)));
        Assert.Equal(0, await _engine.CountAsync(db => db.Outbox.Where(o => o.Id == id)));
    }

    private static string NewId() => $"w{Guid.NewGuid():N}";

    private Task<string> AddMessageAsync(string key) => _engine.InScopeAsync(s => s.GetRequiredService<Outbox>().AddAsync("test", "{}", key: key));

    private Task<bool> TryResumeAsync(string wait) => Task.Run(async () =>
    {
        try
        {
            await _engine.ResumeAsync(wait);
            return true;
        }
        catch (BookmarkConsumedException)
        {
            return false;
        }
    });

    private sealed class RecordingSender : IOutboxSender
    {
        public List<string> Tried { get; } = [];

        public List<string> Sent { get; } = [];

        public bool Fails { get; set; }

        public string Kind => "test";

        public Task SendAsync(OutboxMessage message, CancellationToken ct)
        {
            Tried.Add(message.Id);
            if (Fails)
            {
                throw new TimeoutException("The server does not answer.");
            }

            Sent.Add(message.Id);
            return Task.CompletedTask;
        }
    }
}
