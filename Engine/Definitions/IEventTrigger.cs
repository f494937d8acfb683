namespace Pana.Engine;

/// <summary>A step that events of some names may start a workflow with.</summary>
internal interface IEventTrigger
{
    /// <summary>The names, as far as they do not depend on an instance.</summary>
    IEnumerable<string> EventNames { get; }
}
