using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Pana.Engine;
using Pana.Tests.Support;

namespace Pana.Tests.Engine.Store;

/// <summary>The engine with its tables in a test's database and a clock turned by hand.</summary>
internal sealed class RuntimeOnDatabase : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    public RuntimeOnDatabase(DatabaseKind kind, string connectionString, FakeTimeProvider time, Action<IServiceCollection>? more = null)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<TimeProvider>(time);
        services.AddWorkflowEngine(o =>
        {
            if (kind == DatabaseKind.Postgres)
            {
                o.UsePostgres(connectionString);
            }
            else
            {
                o.UseSqlite(connectionString);
            }

            o.AddActivitiesFrom(typeof(RuntimeOnDatabase).Assembly);
            o.RunsInBackground = false;
        });
        services.AddScoped<WorkflowDb>(s => EngineDb.On(s.GetRequiredService<DbSession>()));
        more?.Invoke(services);
        _services = services.BuildServiceProvider();
    }

    public TimerPoller Timers => _services.GetRequiredService<TimerPoller>();

    public OutboxDispatcher Dispatcher => _services.GetRequiredService<OutboxDispatcher>();

    public async Task<T> InScopeAsync<T>(Func<IServiceProvider, Task<T>> act)
    {
        await using var scope = _services.CreateAsyncScope();
        return await act(scope.ServiceProvider);
    }

    public Task PublishAsync(string id, params JsonObject[] activities) => InScopeAsync(async s =>
    {
        var definitions = s.GetRequiredService<DefinitionStore>();
        await definitions.SaveDraftAsync(new JsonObject
        {
            ["definitionId"] = id,
            ["name"] = id,
            ["version"] = 1,
            ["variables"] = new JsonArray(new JsonObject { ["id"] = "broken", ["name"] = "Broken", ["typeName"] = "Object" }),
            ["root"] = new JsonObject { ["id"] = "all", ["type"] = "Elsa.Sequence", ["version"] = 1, ["activities"] = new JsonArray([.. activities]) },
        }.ToJsonString());
        return await definitions.PublishAsync(id);
    });

    public Task<string> StartAsync(string id) => InScopeAsync(async s => (await s.GetRequiredService<WorkflowRuntime>().StartAsync(new StartWorkflow(id))).InstanceId);

    public Task<WorkflowRunResult> ResumeAsync(string bookmarkId) =>
        InScopeAsync(s => s.GetRequiredService<WorkflowRuntime>().ResumeAsync(new ResumeBookmark(bookmarkId)));

    public Task<string> WaitOfAsync(string instanceId) => InScopeAsync(s =>
        s.GetRequiredService<WorkflowDb>().Bookmarks.Where(b => b.InstanceId == instanceId).Select(b => b.Id).SingleAsync());

    public Task<int> CountAsync(Func<WorkflowDb, IQueryable<object>> rows) => InScopeAsync(s => rows(s.GetRequiredService<WorkflowDb>()).CountAsync());

    public static JsonObject Step(string id, string type, params (string Name, string Expression, string Value)[] inputs)
    {
        var step = new JsonObject { ["id"] = id, ["type"] = type, ["version"] = 1 };
        foreach (var (name, expression, value) in inputs)
        {
            step[name] = new JsonObject { ["typeName"] = "Object", ["expression"] = new JsonObject { ["type"] = expression, ["value"] = value } };
        }

        return step;
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
