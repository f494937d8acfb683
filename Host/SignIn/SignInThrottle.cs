using System.Collections.Concurrent;
using System.Net;
using Microsoft.Extensions.Options;
using Pana.Portal.Start;

namespace Pana.Portal.SignIn;

/// <summary>Makes one address wait after too many failed sign-ins in a minute. Counts before checking, so a burst cannot overtake it.</summary>
public sealed class SignInThrottle(IOptions<PortalOptions> options, TimeProvider time)
{
    private readonly ConcurrentDictionary<(string Address, long Minute), int> _failures = new();

    /// <summary>Counts one try; false when the address has used up its failures.</summary>
    public bool TryEnter(IPAddress? address)
    {
        var minute = Minute();
        foreach (var old in _failures.Keys.Where(k => k.Minute < minute))
        {
            _failures.TryRemove(old, out _);
        }

        return _failures.AddOrUpdate(Key(address, minute), 1, (_, n) => n + 1) <= options.Value.SignIn.FailuresPerMinute;
    }

    /// <summary>The try succeeded: it does not count.</summary>
    public void Succeeded(IPAddress? address) => _failures.AddOrUpdate(Key(address, Minute()), 0, (_, n) => Math.Max(0, n - 1));

    private long Minute() => time.GetUtcNow().ToUnixTimeSeconds() / 60;

    // A home or an office has a whole IPv6 /64; counting single addresses would count nothing.
    private static (string Address, long Minute) Key(IPAddress? address, long minute)
    {
        if (address is { AddressFamily: System.Net.Sockets.AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false })
        {
            return (Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)), minute);
        }

        return (address?.MapToIPv4().ToString() ?? "", minute);
    }
}
