using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pana.Engine;

namespace Pana.Benchmarks;

/// <summary>A fresh database with the engine on it and the benchmark's definition published.</summary>
internal sealed class BenchmarkDatabase : IAsyncDisposable
{
    private BenchmarkDatabase(ServiceProvider services, DatabaseSource source)
    {
        Services = services;
        Source = source;
    }

    public ServiceProvider Services { get; }

    public DatabaseSource Source { get; }

    public static Task<BenchmarkDatabase> OnAsync(ScratchDatabase scratch) => PrepareAsync(options => Use(options, scratch.Kind, scratch.ConnectionString));

    private static void Use(WorkflowEngineOptions options, DatabaseKind kind, string connectionString)
    {
        if (kind == DatabaseKind.Postgres)
        {
            options.UsePostgres(connectionString);
        }
        else
        {
            options.UseSqlite(connectionString);
        }
    }

    /// <summary>The same database through other services; the owner stays this one.</summary>
    public BenchmarkDatabase Over(ServiceProvider services) => new(services, Source);

    /// <summary>Runs in a scope of its own, as a request does.</summary>
    public async Task<T> InScopeAsync<T>(Func<IServiceProvider, Task<T>> act)
    {
        var scope = Services.CreateAsyncScope();
        await using (scope)
        {
            return await act(scope.ServiceProvider);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Services.DisposeAsync();
        await Source.DisposeAsync();
    }

    private static async Task<BenchmarkDatabase> PrepareAsync(Action<WorkflowEngineOptions> use)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddWorkflowEngine(o =>
        {
            use(o);
            o.AddActivitiesFrom(typeof(BenchmarkDatabase).Assembly);
            o.RunsInBackground = false;
        });
        services.AddScoped<WorkflowDb>(s => BenchmarkDb.On(s.GetRequiredService<DbSession>()));
        var provider = services.BuildServiceProvider();
        var database = new BenchmarkDatabase(provider, provider.GetRequiredService<DatabaseSource>());
        await database.InScopeAsync(async s =>
        {
            await s.GetRequiredService<WorkflowDb>().Database.EnsureCreatedAsync();
            return true;
        });
        await database.InScopeAsync(async s =>
        {
            var definitions = s.GetRequiredService<DefinitionStore>();
            await definitions.SaveDraftAsync(StepDefinition.Json());
            await definitions.PublishAsync(StepDefinition.Id);
            return true;
        });
        return database;
    }
}
