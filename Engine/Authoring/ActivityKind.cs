namespace Pana.Engine;

/// <summary>The kind of an activity type, as the designer distinguishes them.</summary>
public enum ActivityKind
{
    /// <summary>Runs at once.</summary>
    Action,

    /// <summary>May start a workflow.</summary>
    Trigger,

    /// <summary>Runs in the background.</summary>
    Job,

    /// <summary>May run in the background.</summary>
    Task,
}
