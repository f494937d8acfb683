namespace Pana.Engine;

/// <summary>An event meant for one (<see cref="PublishEvent.IsForOne"/>) met several; nothing was changed.</summary>
public sealed class AmbiguousEventException(string eventName, int waiting, int starts) : InvalidOperationException(
    $"Event '{eventName}' is meant for one, but {waiting} waits and {starts} published definitions answer to it. Name the correlation id, or give each its own name.");
