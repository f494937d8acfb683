namespace Pana.Engine;

/// <summary>Tells every waiter of an event that it has happened.</summary>
public sealed record PublishEvent(string EventName)
{
    /// <summary>When set, only instances with this correlation id hear it; also given to instances it starts.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>When set, only this instance hears it.</summary>
    public string? InstanceId { get; init; }

    /// <summary>Whether it is meant for one: when several wait for it or are started by it, nobody hears it.</summary>
    public bool IsForOne { get; init; }

    /// <summary>What the event brings: plain data, codes and ids only.</summary>
    public object? Payload { get; init; }
}
