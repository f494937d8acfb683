using Microsoft.Extensions.DependencyInjection;
using Pana.Cases;
using Pana.Tests.Support;
using Pana.Tests.Workflows;
using Xunit;

namespace Pana.Tests.Activities;

/// <summary>A world on SQLite with a case that no workflow runs for, so that a step stands alone. What differs between the databases is proved by the procedure's tests.</summary>
public abstract class CaseFixture(SqliteTestDatabase database) : IAsyncLifetime, IClassFixture<SqliteTestDatabase>
{
    internal ProcedureWorld World { get; private set; } = null!;

    protected Guid File { get; private set; }

    public async ValueTask InitializeAsync()
    {
        World = await ProcedureWorld.CreateAsync(database);
        World.At("2026-03-30 09:00");
        File = await World.AsAsync(World.Social, async scope => (await scope.GetRequiredService<Intake>().OpenAsync(new NewApplication
        {
            Person = new Dictionary<string, string> { ["person.lastName"] = "Тестова", ["person.firstName"] = "Айгүл" },
        }))[0].Id);
    }

    public ValueTask DisposeAsync()
    {
        World.Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}
