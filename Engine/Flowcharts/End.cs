namespace Pana.Engine;

/// <summary>Completes the flowchart around it at once, whatever else waits there.</summary>
[Activity("Elsa", "Flow", "A milestone activity that marks the end of a flowchart.")]
public sealed class End : CodeActivity
{
    internal override bool IsTerminal => true;
}
