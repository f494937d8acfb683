using System.Globalization;

namespace Pana.Portal.Demo;

/// <summary>
/// The clock of a demo installation: it runs as the real one does and can be turned, so that six months of a stay are
/// shown in an afternoon. It exists in Development only; how far it was turned outlives a restart.
/// </summary>
internal sealed class DemoClock : TimeProvider
{
    private const string FileName = "demo-clock";

    private readonly TimeProvider _real;
    private readonly Lazy<string> _file;
    private readonly Lock _turning = new();
    private long? _ahead;

    /// <summary>A clock over the real one; how far it is ahead lies in the data folder.</summary>
    public DemoClock(TimeProvider real, Start.DataFolder data)
    {
        ArgumentNullException.ThrowIfNull(data);
        _real = real;
        _file = new(() => Path.Combine(data.Path, FileName));
    }

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => _real.LocalTimeZone;

    /// <inheritdoc/>
    public override long TimestampFrequency => _real.TimestampFrequency;

    /// <summary>How far this clock is ahead of the real one.</summary>
    public TimeSpan Ahead
    {
        get
        {
            lock (_turning)
            {
                return TimeSpan.FromTicks(_ahead ??= Read());
            }
        }
    }

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => _real.GetUtcNow() + Ahead;

    /// <inheritdoc/>
    public override long GetTimestamp() => _real.GetTimestamp();

    /// <summary>Timers tick as they really do: a jump over a week is one jump for whoever waits, as after an outage.</summary>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => _real.CreateTimer(callback, state, dueTime, period);

    /// <summary>Turns the clock to a moment, from which it runs on.</summary>
    public void Turn(DateTimeOffset moment)
    {
        lock (_turning)
        {
            var ahead = moment - _real.GetUtcNow();
            File.WriteAllText(_file.Value, ahead.Ticks.ToString(CultureInfo.InvariantCulture));
            _ahead = ahead.Ticks;
        }
    }

    private long Read() => File.Exists(_file.Value) && long.TryParse(File.ReadAllText(_file.Value), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var ticks) ? ticks : 0;
}
