using Microsoft.Extensions.DependencyInjection;
using Pana.Engine;
using Pana.Tests.Support;

namespace Pana.Tests.Browser;

/// <summary>Where a story is played: the portal, how its people sign in, and how its time goes on.</summary>
internal sealed record Stage(TestPortal Portal, Func<string, Task<IDesk>> SignInAsync, Func<DateTimeOffset, Task> TurnAsync)
{
    private static readonly TimeSpan Almaty = TimeSpan.FromHours(5);

    /// <summary>Over plain HTTP; the portal's clock is put to the moment, and what is due then happens.</summary>
    public static Stage OverHttp(TestPortal portal) => new(portal, user => HttpDesk.SignInAsync(portal, user), async moment =>
    {
        portal.Time.SetUtcNow(moment);
        await portal.Services.GetRequiredService<TimerPoller>().FireDueAsync();
    });

    /// <summary>Goes on to a moment of 2026 in Almaty.</summary>
    public Task AtAsync(int month, int day, int hour, int minute) => TurnAsync(new DateTimeOffset(2026, month, day, hour, minute, 0, Almaty));
}
