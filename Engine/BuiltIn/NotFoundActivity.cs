namespace Pana.Engine;

/// <summary>Stands for an activity whose type is not known here. It faults when it runs.</summary>
[Activity("Elsa", "System", "An activity whose type is not known here.", IsBrowsable = false)]
public sealed class NotFoundActivity : Activity
{
    /// <inheritdoc/>
    protected override void Execute(ActivityExecutionContext context) => throw new InvalidOperationException(
        $"Activity type '{Type}' is not known here. Install the module that has it, or replace the step '{Id}' in the definition and publish it again.");
}
