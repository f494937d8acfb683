namespace Pana.Engine;

public sealed partial class WorkflowEngineOptions
{
    internal DatabaseSource? Source { get; private set; }

    /// <summary>Keeps everything in a SQLite file.</summary>
    public void UseSqlite(string connectionString) => Source = DatabaseSource.Sqlite(connectionString);

    /// <summary>Keeps everything in PostgreSQL, which several hosts may share.</summary>
    public void UsePostgres(string connectionString) => Source = DatabaseSource.Postgres(connectionString);
}
