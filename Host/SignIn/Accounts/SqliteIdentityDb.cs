using Microsoft.EntityFrameworkCore;

namespace Pana.Portal.SignIn.Accounts;

/// <summary>Accounts in SQLite.</summary>
internal sealed class SqliteIdentityDb(DbContextOptions<SqliteIdentityDb> options) : IdentityDb(options);
