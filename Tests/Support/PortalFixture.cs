using Xunit;

namespace Pana.Tests.Support;

/// <summary>One portal on a database of its own for all tests of a class. Each test signs in afresh; a test that turns the clock says so by its name.</summary>
public abstract class PortalFixture(TestDatabase database, params string[] settings) : IAsyncLifetime
{
    private TestPortal? _portal;

    /// <summary>The portal; skips the test aloud where the database is missing.</summary>
    public TestPortal Portal
    {
        get
        {
            database.Require();
            return _portal!;
        }
    }

    public async ValueTask InitializeAsync()
    {
        await database.InitializeAsync();
        if (database.IsThere)
        {
            _portal = await TestPortal.StartAsync(database, settings: settings);
            await PrepareAsync(_portal);
        }
    }

    /// <summary>What the tests of the class find when they begin.</summary>
    protected virtual Task PrepareAsync(TestPortal portal) => Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (_portal is not null)
        {
            await _portal.DisposeAsync();
        }

        await database.DisposeAsync();
    }
}
