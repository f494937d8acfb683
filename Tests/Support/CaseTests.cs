using Xunit;

namespace Pana.Tests.Support;

/// <summary>Tests of the case file in a <see cref="CaseWorld"/> of their own on the database they are given.</summary>
public abstract class CaseTests(TestDatabase database) : IAsyncLifetime
{
    private CaseWorld? _world;

    private protected CaseWorld World => _world!;

    public async ValueTask InitializeAsync()
    {
        _world = await CaseWorld.CreateAsync(database);
        await PrepareAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_world is not null)
        {
            await _world.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    /// <summary>A second host on the same database.</summary>
    private protected Task<CaseWorld> AnotherWorldAsync() => CaseWorld.CreateAsync(database);

    /// <summary>What every test of the class needs besides.</summary>
    private protected virtual Task PrepareAsync() => Task.CompletedTask;
}
