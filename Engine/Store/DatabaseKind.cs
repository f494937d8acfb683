namespace Pana.Engine;

/// <summary>The two databases Pana runs on.</summary>
public enum DatabaseKind
{
    Sqlite,
    Postgres,
}
