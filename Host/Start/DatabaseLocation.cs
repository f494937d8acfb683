using Pana.Engine;

namespace Pana.Portal.Start;

/// <summary>The one database of this installation.</summary>
public sealed class DatabaseLocation(PortalOptions options, DataFolder data)
{
    /// <summary>Which kind.</summary>
    public DatabaseKind Kind => options.Database;

    /// <summary>How to reach it; for SQLite without a connection string, <c>pana.db</c> in the data folder.</summary>
    public string ConnectionString { get; } = options.ConnectionString
        ?? (options.Database == DatabaseKind.Sqlite
            ? $"Data Source={Path.Combine(data.Path, "pana.db")}"
            : throw new InvalidOperationException("Pana:ConnectionString is missing, and PostgreSQL has no default. Give it, or set Pana:Database to Sqlite."));
}
