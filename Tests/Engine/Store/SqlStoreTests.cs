using Pana.Engine;
using Pana.Tests.Support;
using Xunit;

namespace Pana.Tests.Engine.Store;

public sealed class SqliteStoreTests(SqliteTestDatabase database) : SqlStoreTests(database), IClassFixture<SqliteTestDatabase>;

public sealed class PostgresStoreTests(PostgresTestDatabase database) : SqlStoreTests(database), IClassFixture<PostgresTestDatabase>;

public abstract class SqlStoreTests(TestDatabase database) : WorkflowStoreTests, IAsyncLifetime
{
    private static readonly TimeProvider ByHand = new Microsoft.Extensions.Time.Testing.FakeTimeProvider();

    public async ValueTask InitializeAsync()
    {
        database.Require();
        await EngineDb.CreateTablesAsync(database);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    internal override StoreScope Open()
    {
        var session = database.NewSession();
        IWorkflowStore store = database.Kind == DatabaseKind.Postgres ? new PostgresWorkflowStore(session, ByHand) : new SqliteWorkflowStore(session);
        return new StoreScope(store, session);
    }
}
