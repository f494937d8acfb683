using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Pana.Engine;
using Pana.Tests.Support;
using Xunit;
using static Pana.Tests.Engine.Store.RuntimeOnDatabase;

namespace Pana.Tests.Engine.Store;

public sealed class OutboxOnSqliteTests(SqliteTestDatabase database) : OutboxTests(database), IClassFixture<SqliteTestDatabase>;

public sealed class OutboxOnPostgresTests(PostgresTestDatabase database) : OutboxTests(database), IClassFixture<PostgresTestDatabase>;

/// <summary>What happens to messages that nothing can send yet, that waited too long, and that were sent long ago.</summary>
public abstract class OutboxTests(TestDatabase database) : IAsyncLifetime
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
    private readonly Ear _ear = new();
    private readonly string _run = Guid.NewGuid().ToString("N");
    private RuntimeOnDatabase _deaf = null!;
    private RuntimeOnDatabase _engine = null!;

    public async ValueTask InitializeAsync()
    {
        database.Require();
        await EngineDb.CreateTablesAsync(database);
        _deaf = new RuntimeOnDatabase(database.Kind, database.ConnectionString, _time);
        _engine = new RuntimeOnDatabase(database.Kind, database.ConnectionString, _time, s => s.AddSingleton<IOutboxSender>(_ear));
        await _engine.InScopeAsync(s => s.GetRequiredService<WorkflowDb>().Outbox.ExecuteDeleteAsync());
    }

    public async ValueTask DisposeAsync()
    {
        if (_engine is not null)
        {
            await _engine.DisposeAsync();
            await _deaf.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_message_without_a_sender_waits_visibly_and_fails_nothing()
    {
        await AddAsync("one");
        await AddAsync("two");

        for (var day = 0; day < 6; day++)
        {
            Assert.Equal(0, await _deaf.Dispatcher.DispatchDueAsync(Ct));
            await _deaf.Dispatcher.TidyAsync(Ct);
            _time.Advance(TimeSpan.FromDays(1));
        }

        Assert.Equal([new ParkedMessages("test", 2)], await _deaf.Dispatcher.ParkedAsync(Ct));
        Assert.Equal(0, await _deaf.CountAsync(db => db.Incidents.Where(i => i.Id.StartsWith("test:" + _run))));
        Assert.Equal(0, await _deaf.CountAsync(db => db.Outbox.Where(o => o.Attempts > 0)));
    }

    [Fact]
    public async Task A_parked_message_is_sent_once_by_a_sender_that_comes_while_it_is_fresh()
    {
        await AddAsync("late");
        _time.Advance(TimeSpan.FromDays(6));

        Assert.Empty(await _engine.Dispatcher.ParkedAsync(Ct));
        Assert.Equal(1, await _engine.Dispatcher.DispatchDueAsync(Ct));
        Assert.Equal(0, await _engine.Dispatcher.DispatchDueAsync(Ct));

        Assert.Equal([$"test:{_run}late"], _ear.Heard);
    }

    [Fact]
    public async Task A_message_that_waited_too_long_expires_and_no_sender_gets_it()
    {
        await AddAsync("old");
        _time.Advance(TimeSpan.FromDays(7));
        await AddAsync("new");

        // The sender comes before the hourly tidying has run.
        Assert.Equal(1, await _engine.Dispatcher.DispatchDueAsync(Ct));
        await _engine.Dispatcher.TidyAsync(Ct);

        Assert.Equal([$"test:{_run}new"], _ear.Heard);
        Assert.Equal(1, await _engine.CountAsync(db => db.Outbox.Where(o => o.ExpiredAt != null && o.DueAt == null && o.SentAt == null)));
        Assert.Equal(0, await _engine.CountAsync(db => db.Incidents.Where(i => i.Id.StartsWith("test:" + _run))));
    }

    [Fact]
    public async Task What_was_sent_or_expired_is_removed_after_its_time_and_the_journal_stays()
    {
        var workflow = $"w{_run}";
        await _engine.PublishAsync(workflow, Step("line", "Elsa.WriteLine", ("text", "Literal", "kept")));
        var instance = await _engine.StartAsync(workflow);
        var lines = await _engine.CountAsync(db => db.Journal.Where(j => j.InstanceId == instance));
        await AddAsync("sent");
        Assert.Equal(1, await _engine.Dispatcher.DispatchDueAsync(Ct));
        await AddAsync("expires");
        _time.Advance(TimeSpan.FromDays(8));
        Assert.Equal(0, await _engine.Dispatcher.TidyAsync(Ct));

        _time.Advance(TimeSpan.FromDays(23));
        await AddAsync("waits");
        var first = await _engine.Dispatcher.TidyAsync(Ct);
        var left = await IdsAsync();
        _time.Advance(TimeSpan.FromDays(8));
        var second = await _engine.Dispatcher.TidyAsync(Ct);

        Assert.Equal(1, first);
        Assert.Equal([$"test:{_run}expires", $"test:{_run}waits"], left);
        Assert.Equal(1, second);
        Assert.Equal([$"test:{_run}waits"], await IdsAsync());
        Assert.True(lines > 0);
        Assert.Equal(lines, await _engine.CountAsync(db => db.Journal.Where(j => j.InstanceId == instance)));
    }

    [Fact]
    public async Task A_message_that_was_given_up_is_kept_for_the_person_who_revives_it()
    {
        await AddAsync("hard");
        _ear.Fails = true;
        for (var attempt = 0; attempt < _engine.Dispatcher.MaxAttempts; attempt++)
        {
            await _engine.Dispatcher.DispatchDueAsync(Ct);
            _time.Advance(TimeSpan.FromHours(1));
        }

        _time.Advance(TimeSpan.FromDays(60));
        await _engine.Dispatcher.TidyAsync(Ct);
        _ear.Fails = false;
        await _engine.Dispatcher.ReviveAsync($"test:{_run}hard", Ct);

        Assert.Equal(1, await _engine.Dispatcher.DispatchDueAsync(Ct));
    }

    private Task<string> AddAsync(string key) => _engine.InScopeAsync(s => s.GetRequiredService<Outbox>().AddAsync("test", "{}", key: _run + key));

    private Task<List<string>> IdsAsync() => _engine.InScopeAsync(s => s.GetRequiredService<WorkflowDb>().Outbox.OrderBy(o => o.Id).Select(o => o.Id).ToListAsync());

    private sealed class Ear : IOutboxSender
    {
        public List<string> Heard { get; } = [];

        public bool Fails { get; set; }

        public string Kind => "test";

        public Task SendAsync(OutboxMessage message, CancellationToken ct)
        {
            if (Fails)
            {
                throw new TimeoutException("The server does not answer.");
            }

            Heard.Add(message.Id);
            return Task.CompletedTask;
        }
    }
}
