namespace Pana.Cases;

/// <summary>Who acts in this scope. The host fills it once for each request; bursts woken by timers leave it as the system.</summary>
public sealed class CurrentActor
{
    /// <summary>The acting person; <see cref="Actor.System"/> until somebody signs in.</summary>
    public Actor Value { get; set; } = Actor.System;
}
