using Microsoft.EntityFrameworkCore;
using Pana.Engine;

namespace Pana.Cases;

/// <summary>The case file on SQLite; owns the migrations in <c>Data/Migrations/Sqlite</c>.</summary>
public sealed class SqliteCaseDb(DbContextOptions<SqliteCaseDb> options, DbSession session) : CaseDb(options, session);
