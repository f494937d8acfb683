using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Pana.Engine;
using Pana.Tests.Support;
using Xunit;
using static Pana.Tests.Engine.Store.RuntimeOnDatabase;

namespace Pana.Tests.Engine.Store;

public sealed class RecurringStartOnSqliteTests(SqliteTestDatabase database) : RecurringStartOnDatabaseTests(database), IClassFixture<SqliteTestDatabase>;

public sealed class RecurringStartOnPostgresTests(PostgresTestDatabase database) : RecurringStartOnDatabaseTests(database), IClassFixture<PostgresTestDatabase>;

public sealed class RecurringStartInMemoryTests : RecurringStartTests
{
    private readonly EngineHost _engine = new();

    protected override FakeTimeProvider Time => _engine.Time;

    protected override TimerPoller Poller => _engine.Get<TimerPoller>();

    public override ValueTask DisposeAsync()
    {
        _engine.Dispose();
        return base.DisposeAsync();
    }

    protected override Task DefineAsync(Func<DefinitionStore, Task<WorkflowDefinition>> act) => _engine.DefineAsync(act);

    protected override Task<int> StartedAsync(string definitionId) => Task.FromResult(_engine.Data.Instances.Values.Count(i => i.DefinitionId == definitionId));
}

/// <summary>The same on a database, with a second node.</summary>
public abstract class RecurringStartOnDatabaseTests(TestDatabase database) : RecurringStartTests
{
    private RuntimeOnDatabase _engine = null!;
    private RuntimeOnDatabase _other = null!;

    protected override FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 3, 2, 4, 0, 0, TimeSpan.Zero));

    protected override TimerPoller Poller => _engine.Timers;

    public override async ValueTask InitializeAsync()
    {
        database.Require();
        await EngineDb.CreateTablesAsync(database);
        _engine = new RuntimeOnDatabase(database.Kind, database.ConnectionString, Time);
        _other = new RuntimeOnDatabase(database.Kind, database.ConnectionString, Time);
    }

    public override async ValueTask DisposeAsync()
    {
        if (_engine is not null)
        {
            await _engine.DisposeAsync();
            await _other.DisposeAsync();
        }

        await base.DisposeAsync();
    }

    [Fact]
    public async Task Of_two_nodes_one_starts_it()
    {
        await PublishAsync(Step("timer", "Elsa.Timer", ("interval", "Literal", "01:00:00")));
        Time.Advance(TimeSpan.FromHours(1));

        var fired = database.Kind == DatabaseKind.Postgres
            ? await Task.WhenAll(_engine.Timers.FireDueAsync(Ct), _other.Timers.FireDueAsync(Ct))
            : [await _engine.Timers.FireDueAsync(Ct), await _other.Timers.FireDueAsync(Ct)];

        Assert.Equal(1, fired.Sum());
        Assert.Equal(1, await StartedAsync(Id));
        await RetractAsync();
    }

    protected override Task DefineAsync(Func<DefinitionStore, Task<WorkflowDefinition>> act) =>
        _engine.InScopeAsync(s => act(s.GetRequiredService<DefinitionStore>()));

    protected override Task<int> StartedAsync(string definitionId) => _engine.CountAsync(db => db.WorkflowInstances.Where(i => i.DefinitionId == definitionId));
}

/// <summary>Timers, cron expressions and moments that start a definition, on every store. The clock begins on Monday 2 March 2026, 04:00 UTC.</summary>
public abstract class RecurringStartTests : IAsyncLifetime
{
    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    protected string Id { get; } = $"w{Guid.NewGuid():N}";

    protected abstract FakeTimeProvider Time { get; }

    protected abstract TimerPoller Poller { get; }

    public virtual ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_timer_starts_the_workflow_at_every_interval_and_not_before()
    {
        await PublishAsync(Step("timer", "Elsa.Timer", ("interval", "Literal", "01:00:00")));

        Assert.Equal(0, await FireAfterAsync(TimeSpan.FromMinutes(59)));
        Assert.Equal(1, await FireAfterAsync(TimeSpan.FromMinutes(1)));
        Assert.Equal(0, await FireAfterAsync(TimeSpan.FromMinutes(59)));
        Assert.Equal(1, await FireAfterAsync(TimeSpan.FromMinutes(1)));
        Assert.Equal(2, await StartedAsync(Id));
        await RetractAsync();
    }

    [Fact]
    public async Task A_cron_expression_starts_the_workflow_at_its_moments()
    {
        // Weekdays at nine, UTC: Monday, Tuesday … and after Friday Monday again.
        await PublishAsync(Step("cron", "Elsa.Cron", ("cronExpression", "Literal", "0 9 * * 1-5")));

        Assert.Equal(0, await FireAfterAsync(TimeSpan.FromHours(4.9)));
        Assert.Equal(1, await FireAfterAsync(TimeSpan.FromHours(0.1)));
        for (var day = 0; day < 4; day++)
        {
            Assert.Equal(1, await FireAfterAsync(TimeSpan.FromDays(1)));
        }

        Assert.Equal(0, await FireAfterAsync(TimeSpan.FromDays(2)));
        Assert.Equal(1, await FireAfterAsync(TimeSpan.FromDays(1)));
        await RetractAsync();
    }

    [Theory]
    [InlineData("Elsa.Timer", "interval", "01:00:00", 60)]
    [InlineData("Elsa.Cron", "cronExpression", "0 * * * *", 60)]
    public async Task What_was_missed_in_an_outage_is_made_up_for_once_and_the_rhythm_is_kept(string type, string input, string value, int minutes)
    {
        await PublishAsync(Step("start", type, (input, "Literal", value)));

        // The host was away for ten days and a half hour.
        Assert.Equal(1, await FireAfterAsync(TimeSpan.FromDays(10) + TimeSpan.FromMinutes(30)));
        Assert.Equal(0, await FireAfterAsync(TimeSpan.FromMinutes(29)));
        Assert.Equal(1, await FireAfterAsync(TimeSpan.FromMinutes(1)));
        Assert.Equal(1, await FireAfterAsync(TimeSpan.FromMinutes(minutes)));
        Assert.Equal(3, await StartedAsync(Id));
        await RetractAsync();
    }

    [Fact]
    public async Task A_moment_starts_the_workflow_once_even_after_an_outage()
    {
        await PublishAsync(Step("at", "Elsa.StartAt", ("dateTime", "Literal", "2026-03-03T10:00:00+05:00")));

        Assert.Equal(0, await FireAfterAsync(TimeSpan.FromHours(24)));
        Assert.Equal(1, await FireAfterAsync(TimeSpan.FromDays(30)));
        Assert.Equal(0, await FireAfterAsync(TimeSpan.FromDays(30)));
        Assert.Equal(1, await StartedAsync(Id));
    }

    [Fact]
    public async Task Retracting_ends_the_starts_and_publishing_anew_begins_them_afresh()
    {
        await PublishAsync(Step("timer", "Elsa.Timer", ("interval", "Literal", "01:00:00")));
        await RetractAsync();

        Assert.Equal(0, await FireAfterAsync(TimeSpan.FromHours(5)));

        await DefineAsync(store => store.PublishAsync(Id));
        Assert.Equal(0, await FireAfterAsync(TimeSpan.FromMinutes(59)));
        Assert.Equal(1, await FireAfterAsync(TimeSpan.FromMinutes(1)));
        await RetractAsync();
    }

    [Fact]
    public async Task A_start_that_fails_leaves_an_incident_and_comes_again_at_its_next_moment()
    {
        await PublishAsync(
            Step("timer", "Elsa.Timer", ("interval", "Literal", "01:00:00")),
            Step("script", "Elsa.RunJavaScript", ("script", "JavaScript", "throw new Error('poison')")));

        Assert.Equal(0, await FireAfterAsync(TimeSpan.FromHours(1)));
        Assert.Equal(0, await FireAfterAsync(TimeSpan.FromMinutes(30)));
        Assert.Equal(0, await StartedAsync(Id));
        await RetractAsync();
    }

    protected Task PublishAsync(params JsonObject[] steps)
    {
        steps[0]["customProperties"] = new JsonObject { ["canStartWorkflow"] = true };
        var connections = new JsonArray();
        for (var i = 1; i < steps.Length; i++)
        {
            connections.Add(new JsonObject
            {
                ["source"] = new JsonObject { ["activity"] = (string)steps[i - 1]["id"]!, ["port"] = "Done" },
                ["target"] = new JsonObject { ["activity"] = (string)steps[i]["id"]!, ["port"] = "In" },
            });
        }

        return DefineAsync(async store =>
        {
            await store.SaveDraftAsync(new JsonObject
            {
                ["definitionId"] = Id,
                ["name"] = Id,
                ["version"] = 1,
                ["root"] = new JsonObject { ["id"] = "all", ["type"] = "Elsa.Flowchart", ["version"] = 1, ["activities"] = new JsonArray([.. steps]), ["connections"] = connections },
            }.ToJsonString());
            return await store.PublishAsync(Id);
        });
    }

    protected abstract Task DefineAsync(Func<DefinitionStore, Task<WorkflowDefinition>> act);

    protected abstract Task<int> StartedAsync(string definitionId);

    private async Task<int> FireAfterAsync(TimeSpan time)
    {
        Time.Advance(time);
        return await Poller.FireDueAsync(Ct);
    }

    /// <summary>Another test of the class must not find this one's start due.</summary>
    protected Task RetractAsync() => DefineAsync(store => store.RetractAsync(Id));
}
