using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;
using Pana.Portal.Start;

namespace Pana.Portal.Security;

/// <summary>The one address of this portal: <c>Pana:PublicOrigin</c>, or without it the first address listened on.</summary>
public sealed class PortalAddress(IOptions<PortalOptions> options, IServer server)
{
    private Uri? _origin;

    /// <summary>Scheme, host and port. Without a configured origin it is known only once the server listens.</summary>
    public Uri Origin => _origin ??= Find();

    /// <summary><see cref="Origin"/> with the path below which the portal lives, and a slash at its end.</summary>
    public Uri Root => new(Origin, options.Value.PathBase + "/");

    /// <summary>Whether people reach the portal by https; known before the server listens. Without a configured origin (Development) they do not.</summary>
    public bool IsSecure => options.Value.IsSecure;

    private Uri Find()
    {
        if (options.Value.PublicOrigin is { Length: > 0 } configured)
        {
            return new Uri(configured);
        }

        var bound = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault()
            ?? throw new InvalidOperationException(
                "The portal's own address is not known yet: the server does not listen. Set Pana:PublicOrigin, or ask after the start.");
        var address = BindingAddress.Parse(bound);
        var host = address.Host is "0.0.0.0" or "[::]" or "+" or "*" ? "localhost" : address.Host;
        return new UriBuilder(address.Scheme, host, address.Port).Uri;
    }
}
