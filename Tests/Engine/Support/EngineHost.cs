using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Pana.Engine;

namespace Pana.Tests.Engine;

/// <summary>The engine on the memory store with a clock that tests turn. Every call has a scope of its own, as a request has.</summary>
internal sealed class EngineHost : IDisposable
{
    private readonly ServiceProvider _services;

    public EngineHost(Action<WorkflowEngineOptions>? configure = null, Action<IServiceCollection>? add = null)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<TimeProvider>(Time);
        services.AddSingleton(Cancelled);
        services.AddSingleton(Switchboard);
        services.AddWorkflowEngine(o =>
        {
            o.UseMemory();
            o.AddActivitiesFrom(typeof(EngineHost).Assembly);
            // Charts of these tests leave steps loose on purpose; what refuses them has tests of its own.
            o.LooseStepsRefused = false;
            configure?.Invoke(o);
        });
        add?.Invoke(services);
        _services = services.BuildServiceProvider(validateScopes: true);
    }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 3, 2, 4, 0, 0, TimeSpan.Zero));

    public CancelledWaits Cancelled { get; } = new();

    public Switchboard Switchboard { get; } = new();

    public MemoryData Data => _services.GetRequiredService<MemoryData>();

    public void Dispose() => _services.Dispose();

    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    public async Task<T> InScopeAsync<T>(Func<IServiceProvider, Task<T>> act)
    {
        await using var scope = _services.CreateAsyncScope();
        return await act(scope.ServiceProvider);
    }

    public Task<T> RunAsync<T>(Func<WorkflowRuntime, Task<T>> act) => InScopeAsync(s => act(s.GetRequiredService<WorkflowRuntime>()));

    public Task<T> DefineAsync<T>(Func<DefinitionStore, Task<T>> act) => InScopeAsync(s => act(s.GetRequiredService<DefinitionStore>()));

    public Task PublishAsync(Chart chart) => PublishAsync(chart.Definition());

    public Task<WorkflowDefinition> PublishAsync(JsonObject definition) => DefineAsync(async store =>
    {
        var draft = await store.SaveDraftAsync(definition.ToJsonString());
        return await store.PublishAsync(draft.DefinitionId);
    });

    public Task<WorkflowRunResult> StartAsync(string definitionId, params (string Name, object? Value)[] input) =>
        RunAsync(r => r.StartAsync(new StartWorkflow(definitionId) { Input = input.ToDictionary(i => i.Name, i => i.Value) }));

    public async Task<WorkflowRunResult> PublishAndStartAsync(Chart chart, params (string Name, object? Value)[] input)
    {
        await PublishAsync(chart);
        return await StartAsync(chart.DefinitionId, input);
    }

    /// <summary>Answers the wait of an activity; of several the one that began first.</summary>
    public Task<WorkflowRunResult> ResumeAsync(string activityId, string? outcome = null, object? value = null, string? instanceId = null)
    {
        var bookmark = Data.Bookmarks.Values
            .Where(b => b.ActivityId == activityId && (instanceId is null || b.InstanceId == instanceId))
            .MinBy(b => Data.Journal.First(j => j.ActivityInstanceId == b.ActivityInstanceId).Sequence)!;
        return RunAsync(r => r.ResumeAsync(new ResumeBookmark(bookmark.Id) { Input = new Dictionary<string, object?> { ["outcome"] = outcome, ["value"] = value } }));
    }

    /// <summary>Turns the clock and fires what has become due, in order.</summary>
    public async Task AdvanceAsync(TimeSpan by)
    {
        Time.Advance(by);
        while (true)
        {
            var due = await InScopeAsync(s => s.GetRequiredService<IWorkflowStore>().ClaimDueTimersAsync(Time.GetUtcNow(), 100, default));
            if (due.Count == 0)
            {
                return;
            }

            foreach (var timer in due)
            {
                await RunAsync(r => r.ResumeAsync(new ResumeBookmark(timer.BookmarkId)));
            }
        }
    }

    /// <summary>The activities that have an event in the journal, in order; containers left out.</summary>
    public string Journal(string instanceId, string eventName = "Completed") => string.Join(" ", Data.Journal
        .Where(e => e.InstanceId == instanceId && e.EventName == eventName && e.ActivityType is not ("Elsa.Workflow" or "Elsa.Flowchart"))
        .OrderBy(e => e.Sequence)
        .Select(e => e.ActivityId));

    /// <summary>The activities that wait, in the order of their names.</summary>
    public string Waiting(string? instanceId = null) => string.Join(" ", Data.Bookmarks.Values
        .Where(b => instanceId is null || b.InstanceId == instanceId)
        .Select(b => b.ActivityId)
        .Order(StringComparer.Ordinal));

    /// <summary>A workflow variable as it is stored.</summary>
    public object? Variable(string instanceId, string name) =>
        InstanceState.ReadVariables(Data.Instances[instanceId].State).GetValueOrDefault("id-" + name);
}
