using Microsoft.EntityFrameworkCore;
using Pana.Engine;

namespace Pana.Cases;

/// <summary>The case file on PostgreSQL; owns the migrations in <c>Data/Migrations/Postgres</c>.</summary>
public sealed class PostgresCaseDb(DbContextOptions<PostgresCaseDb> options, DbSession session) : CaseDb(options, session);
