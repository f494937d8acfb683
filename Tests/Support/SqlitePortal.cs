namespace Pana.Tests.Support;

public sealed class SqlitePortal() : PortalFixture(new SqliteTestDatabase());
