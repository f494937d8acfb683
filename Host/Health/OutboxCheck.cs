using Microsoft.Extensions.Diagnostics.HealthChecks;
using Pana.Engine;

namespace Pana.Portal.Health;

/// <summary>Degraded, but ready: messages wait because nothing is configured to send them.</summary>
internal sealed class OutboxCheck(OutboxDispatcher outbox, ILogger<OutboxCheck> logger) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        IReadOnlyList<ParkedMessages> parked;
        try
        {
            parked = await outbox.ParkedAsync(cancellationToken);
        }
        catch (System.Data.Common.DbException e)
        {
            PortalLog.DatabaseDown(logger, e.GetType().Name);
            return HealthCheckResult.Unhealthy("The database does not answer.");
        }

        return parked.Count == 0
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Degraded(
                $"Messages wait because nothing sends them: {string.Join(", ", parked.Select(p => $"{p.Count} of kind {p.Kind}"))}. Configure Pana:Mail.",
                data: parked.ToDictionary(p => p.Kind, p => (object)p.Count));
    }
}
