using Microsoft.EntityFrameworkCore;

namespace Pana.Portal.SignIn.Accounts;

/// <summary>Accounts in PostgreSQL.</summary>
internal sealed class PostgresIdentityDb(DbContextOptions<PostgresIdentityDb> options) : IdentityDb(options);
