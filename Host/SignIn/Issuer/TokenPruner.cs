using Microsoft.Extensions.Options;
using OpenIddict.Abstractions;
using Pana.Portal.Start;

namespace Pana.Portal.SignIn.Issuer;

/// <summary>Removes the issuer's tokens and authorisations that are over and older than <see cref="SignInOptions.KeepTokens"/>; every sign-in leaves some.</summary>
internal sealed class TokenPruner(IServiceScopeFactory scopes, IOptions<PortalOptions> options, TimeProvider time, ILogger<TokenPruner> log) : BackgroundService
{
    /// <summary>How often. Default one hour.</summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Removes what is over now; returns how many rows.</summary>
    public async Task<long> PruneAsync(CancellationToken ct = default)
    {
        var before = time.GetUtcNow() - options.Value.SignIn.KeepTokens;
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;

        // An authorisation goes once its last token is gone.
        return await services.GetRequiredService<IOpenIddictTokenManager>().PruneAsync(before, ct)
            + await services.GetRequiredService<IOpenIddictAuthorizationManager>().PruneAsync(before, ct);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var ticks = new PeriodicTimer(Interval, time);
        try
        {
            while (await ticks.WaitForNextTickAsync(stoppingToken))
            {
                await TryAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException)
        {
            // The host stops.
        }
    }

    private async Task TryAsync(CancellationToken ct)
    {
        try
        {
            var removed = await PruneAsync(ct);
            if (removed > 0)
            {
                PortalLog.TokensPruned(log, removed);
            }
        }
#pragma warning disable CA1031 // A database that is away for an hour must not end the host; the next round removes the rest.
        catch (Exception e) when (e is not OperationCanceledException)
#pragma warning restore CA1031
        {
            PortalLog.PruningFailed(log, e);
        }
    }
}
