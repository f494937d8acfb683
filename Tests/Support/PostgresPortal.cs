namespace Pana.Tests.Support;

public sealed class PostgresPortal() : PortalFixture(new PostgresTestDatabase());
