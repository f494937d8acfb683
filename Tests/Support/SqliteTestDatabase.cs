using Pana.Engine;

namespace Pana.Tests.Support;

public sealed class SqliteTestDatabase : TestDatabase
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pana-test-");

    public override DatabaseKind Kind => DatabaseKind.Sqlite;

    protected override Task CreateAsync()
    {
        ConnectionString = $"Data Source={Path.Combine(_folder.FullName, "pana.db")}";
        return Task.CompletedTask;
    }

    protected override Task DropAsync()
    {
        _folder.Delete(recursive: true);
        return Task.CompletedTask;
    }
}
