using System.Text.Json;
using Microsoft.Extensions.Options;
using OpenIddict.Abstractions;
using Pana.Portal.Start;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Pana.Portal.SignIn.Issuer;

/// <summary>Makes the issuer know exactly the programs of the configuration: one that is taken out loses its tokens too.</summary>
internal sealed class ProgramRegistration(IOpenIddictApplicationManager applications, IOptions<PortalOptions> options)
{
    private const string Mark = "pana-program";

    public async Task ApplyAsync(CancellationToken ct)
    {
        var wanted = options.Value.Programs.ToDictionary(p => p.ClientId);
        var known = new List<object>();
        await foreach (var application in applications.ListAsync(cancellationToken: ct))
        {
            known.Add(application);
        }

        foreach (var application in known)
        {
            var present = new OpenIddictApplicationDescriptor();
            await applications.PopulateAsync(present, application, ct);
            if (present.Properties.ContainsKey(Mark) && !wanted.ContainsKey(present.ClientId!))
            {
                await applications.DeleteAsync(application, ct);
            }
        }

        foreach (var program in wanted.Values)
        {
            await ApplyAsync(program, ct);
        }
    }

    private async Task ApplyAsync(ProgramOptions program, CancellationToken ct)
    {
        var wanted = DescriptorOf(program);
        if (await applications.FindByClientIdAsync(program.ClientId, ct) is not { } found)
        {
            await applications.CreateAsync(wanted, ct);
            return;
        }

        // Secrets are kept as digests made slow on purpose: written anew only when they have changed.
        var present = new OpenIddictApplicationDescriptor();
        await applications.PopulateAsync(present, found, ct);
        var agrees = present.DisplayName == wanted.DisplayName && present.ClientType == wanted.ClientType
            && present.RedirectUris.SetEquals(wanted.RedirectUris) && present.Permissions.SetEquals(wanted.Permissions);
        if (!agrees || (program.ClientSecret is { } secret && !await applications.ValidateClientSecretAsync(found, secret, ct)))
        {
            await applications.UpdateAsync(found, wanted, ct);
        }
    }

    private static OpenIddictApplicationDescriptor DescriptorOf(ProgramOptions program)
    {
        var descriptor = new OpenIddictApplicationDescriptor
        {
            ClientId = program.ClientId,
            ClientSecret = program.ClientSecret,
            ClientType = program.ClientSecret is null ? ClientTypes.Public : ClientTypes.Confidential,
            ConsentType = ConsentTypes.Implicit,
            DisplayName = program.Name ?? program.ClientId,
            Permissions = { Permissions.Endpoints.Token, Permissions.Prefixes.Scope + ElsaAccess.Scope },
            Properties = { [Mark] = JsonSerializer.SerializeToElement(true) },
        };
        if (program.RedirectUri is { } back)
        {
            descriptor.RedirectUris.Add(new Uri(back));
            descriptor.Permissions.UnionWith([Permissions.Endpoints.Authorization, Permissions.GrantTypes.AuthorizationCode, Permissions.ResponseTypes.Code, Permissions.Scopes.Profile]);
            descriptor.Requirements.Add(Requirements.Features.ProofKeyForCodeExchange);
        }
        else
        {
            descriptor.Permissions.Add(Permissions.GrantTypes.ClientCredentials);
        }

        return descriptor;
    }
}
