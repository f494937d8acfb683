using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Pana.Activities;
using Pana.Cases;
using Pana.Engine;
using Pana.Tests.Support;

namespace Pana.Tests.Workflows;

/// <summary>The real services as the host composes them, on a test database or, without one, on the engine's memory store for checks only.</summary>
internal sealed class ServiceWorld : IDisposable
{
    public ServiceWorld(TestDatabase? database = null, DateTimeOffset? now = null)
    {
        Time = new FakeTimeProvider(now ?? new DateTimeOffset(2026, 3, 20, 23, 40, 0, TimeSpan.FromHours(5)));
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<TimeProvider>(Time);
        services.AddWorkflowEngine(options =>
        {
            options.AddActivitiesFrom(typeof(AdmissionStarter).Assembly);
            if (database is null)
            {
                options.UseMemory();
            }
            else if (database.Kind == DatabaseKind.Postgres)
            {
                options.UsePostgres(database.ConnectionString);
            }
            else
            {
                options.UseSqlite(database.ConnectionString);
            }
        });
        services.AddCases(options =>
        {
            options.MasterKey = MasterKey.Create();
            options.WorkflowsFolder = Path.Combine(Repository.Root, "Workflows");
        });
        services.AddCaseDb(database?.Kind ?? DatabaseKind.Sqlite);
        services.AddActivities();
        Services = services.BuildServiceProvider();
    }

    public FakeTimeProvider Time { get; }

    public ServiceProvider Services { get; }

    public void Dispose() => Services.Dispose();
}
