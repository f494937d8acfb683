namespace Pana.Engine;

/// <summary>Joins branches. The flowchart does the waiting; the join itself completes at once.</summary>
[Activity("Elsa", "Branching", "Merge multiple branches into a single branch.", DisplayName = "Join")]
public sealed class FlowJoin : CodeActivity
{
    /// <summary>What it waits for; the first arrival by default.</summary>
    [Input(Description = "The join mode determines whether this activity should continue as soon as one inbound path arrives, or once all have.", DefaultValue = "WaitAny")]
    public Input<FlowJoinMode> Mode { get; set; } = new(FlowJoinMode.WaitAny);
}
