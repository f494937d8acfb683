namespace Pana.Engine;

/// <summary>An activity that will begin when its turn comes; dropped when its owner has ended by then.</summary>
internal readonly record struct ScheduledActivity(
    Activity Activity,
    ActivityExecutionContext? Owner,
    string? Callback,
    IReadOnlyDictionary<string, object?>? Variables,
    bool ByBackwardConnection);
