using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Pana.Portal.SignIn.Accounts;

namespace Pana.Portal.Health;

/// <summary>Ready: the database answers and has every migration this program knows.</summary>
internal sealed class DatabaseCheck(IdentityDb db, Cases.CaseDb cases, ILogger<DatabaseCheck> logger) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var pending = await db.Database.GetPendingMigrationsAsync(cancellationToken);
            var pendingCases = await cases.Database.GetPendingMigrationsAsync(cancellationToken);
            return pending.Any() || pendingCases.Any()
                ? HealthCheckResult.Unhealthy("Migrations are pending: start once with --migrate.")
                : HealthCheckResult.Healthy();
        }
        catch (System.Data.Common.DbException e)
        {
            PortalLog.DatabaseDown(logger, e.GetType().Name);
            return HealthCheckResult.Unhealthy("The database does not answer.");
        }
    }
}
