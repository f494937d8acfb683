using Pana.Engine;
using Xunit;

namespace Pana.Tests.Support;

/// <summary>
/// A fresh, empty database for one test class (use it as a class fixture), dropped at the end. Call
/// <see cref="Require"/> in the test's constructor: it skips aloud where PostgreSQL is missing.
/// </summary>
public abstract class TestDatabase : IAsyncLifetime
{
    private DatabaseSource? _source;

    public abstract DatabaseKind Kind { get; }

    /// <summary>Why there is no database; null when there is one.</summary>
    protected string? Missing { get; set; }

    /// <summary>Whether there is a database.</summary>
    public bool IsThere => Missing is null;

    public string ConnectionString { get; protected set; } = "";

    public DatabaseSource Source => _source ??= Kind == DatabaseKind.Postgres
        ? DatabaseSource.Postgres(ConnectionString)
        : DatabaseSource.Sqlite(ConnectionString);

    public DbSession NewSession() => new(Source);

    /// <summary>Skips the test on a machine without the database; <c>./test</c>, which brings one, counts that as a failure.</summary>
    public void Require() => Assert.SkipWhen(Missing is not null, Missing ?? "");

    public async ValueTask InitializeAsync() => await CreateAsync();

    public async ValueTask DisposeAsync()
    {
        if (_source is not null)
        {
            await _source.DisposeAsync();
        }

        if (Missing is null)
        {
            await DropAsync();
        }
    }

    protected abstract Task CreateAsync();

    protected abstract Task DropAsync();
}
