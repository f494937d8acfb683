using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using Pana.Portal.Start;

namespace Pana.Portal.Security;

/// <summary>Forwarded headers are believed only from the proxies that the settings name; without any they are ignored.</summary>
internal static class KnownProxies
{
    public static void UseKnownProxies(this IApplicationBuilder app, PortalOptions options)
    {
        if (options.KnownProxies.Count == 0)
        {
            return;
        }

        var forwarded = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost,
        };
        forwarded.KnownIPNetworks.Clear();
        forwarded.KnownProxies.Clear();
        foreach (var proxy in options.KnownProxies)
        {
            if (IPAddress.TryParse(proxy, out var address))
            {
                forwarded.KnownProxies.Add(address);
            }
            else
            {
                forwarded.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(proxy));
            }
        }

        app.UseForwardedHeaders(forwarded);
    }
}
