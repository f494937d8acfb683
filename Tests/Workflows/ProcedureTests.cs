using Pana.Tests.Support;
using Xunit;

namespace Pana.Tests.Workflows;

/// <summary>Tests that play the procedure in a <see cref="ProcedureWorld"/> of their own, beginning at a local time of Almaty.</summary>
public abstract class ProcedureTests(TestDatabase database, string begins) : IAsyncLifetime
{
    private ProcedureWorld? _world;

    private protected ProcedureWorld World => _world!;

    public virtual async ValueTask InitializeAsync()
    {
        database.Require();
        _world = await ProcedureWorld.CreateAsync(database);
        _world.At(begins);
    }

    public ValueTask DisposeAsync()
    {
        _world?.Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    private protected async Task NothingIsLeftAsync(Guid file)
    {
        Assert.Empty(await World.OpenFormsAsync(file));
        Assert.Empty(await World.RunningAsync(file));
        Assert.Empty(await World.IncidentsAsync(file));
    }
}
