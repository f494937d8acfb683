using Microsoft.Extensions.Options;
using OpenIddict.Abstractions;
using Pana.Portal.Security;
using Pana.Portal.Start;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Pana.Portal.SignIn.Issuer;

/// <summary>Makes the portal known to its own issuer under the address it has today, once the server listens.</summary>
internal sealed class IssuerRegistration(IServiceScopeFactory scopes, PortalAddress address, IOptions<PortalOptions> options) : IHostedLifecycleService
{
    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        if (options.Value.SignIn.Issuer is null)
        {
            await TolerateTwinAsync(() => RegisterPortalAsync(scope.ServiceProvider.GetRequiredService<IOpenIddictApplicationManager>(), cancellationToken));
        }

        await TolerateTwinAsync(() => scope.ServiceProvider.GetRequiredService<ProgramRegistration>().ApplyAsync(cancellationToken));
    }

    private async Task RegisterPortalAsync(IOpenIddictApplicationManager applications, CancellationToken ct)
    {
        var wanted = Portal();
        if (await applications.FindByClientIdAsync(options.Value.SignIn.ClientId, ct) is not { } found)
        {
            await applications.CreateAsync(wanted, ct);
            return;
        }

        var present = new OpenIddictApplicationDescriptor();
        await applications.PopulateAsync(present, found, ct);
        if (!present.RedirectUris.SetEquals(wanted.RedirectUris))
        {
            await applications.UpdateAsync(found, wanted, ct);
        }
    }

    private static async Task TolerateTwinAsync(Func<Task> register)
    {
        try
        {
            await register();
        }
        catch (Microsoft.EntityFrameworkCore.DbUpdateException)
        {
            // Another host starting at the same moment has written the same row.
        }
        catch (OpenIddictExceptions.ConcurrencyException)
        {
            // The same, for a row that was there already.
        }
        catch (OpenIddictExceptions.ValidationException)
        {
            // The same, seen by the manager's own check.
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private OpenIddictApplicationDescriptor Portal() => new()
    {
        ClientId = options.Value.SignIn.ClientId,
        ClientType = ClientTypes.Public,
        ConsentType = ConsentTypes.Implicit,
        DisplayName = "Pana",
        RedirectUris = { new Uri(address.Root, Session.PortalClient.CallbackPath[1..]) },
        PostLogoutRedirectUris = { new Uri(address.Root, Session.PortalClient.LogoutCallbackPath[1..]) },
        Permissions =
        {
            Permissions.Endpoints.Authorization,
            Permissions.Endpoints.Token,
            Permissions.Endpoints.EndSession,
            Permissions.GrantTypes.AuthorizationCode,
            Permissions.ResponseTypes.Code,
            Permissions.Scopes.Profile,
        },
        Requirements = { Requirements.Features.ProofKeyForCodeExchange },
    };
}
