namespace Pana.Tests.Support;

/// <summary>
/// A clock that stands where the test puts it, while timers tick as they really do: a jump over a week is one jump
/// for the portal's background loops, as after an outage, not a week of ticks.
/// </summary>
public sealed class PortalClock(DateTimeOffset now) : TimeProvider
{
    private long _ticks = now.UtcTicks;

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _ticks), TimeSpan.Zero);

    /// <summary>Puts the clock to a moment.</summary>
    public void SetUtcNow(DateTimeOffset now) => Interlocked.Exchange(ref _ticks, now.UtcTicks);

    /// <summary>Turns the clock on.</summary>
    public void Advance(TimeSpan by) => Interlocked.Add(ref _ticks, by.Ticks);
}
