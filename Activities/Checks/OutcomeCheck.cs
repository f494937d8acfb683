using Pana.Cases;
using Pana.Engine;

namespace Pana.Activities;

/// <summary>
/// A connection must leave a step of the procedure by an outcome that the step can have: a task by a button of its form,
/// a step that names no outcomes by <c>Done</c>. Any other is never followed, and the duty behind it never comes up.
/// </summary>
internal sealed class OutcomeCheck(FormCatalog forms, ActivityCatalog catalog) : IDefinitionCheck
{
    private const string Done = FormDefinition.DefaultOutcome;

    public IEnumerable<DefinitionDefect> Check(WorkflowDefinition definition)
    {
        var steps = definition.Activities.Where(step => step.Type.StartsWith(Defects.Prefix, StringComparison.Ordinal)).ToLookup(step => step.NodeId);
        foreach (var chart in definition.Activities.Where(step => step.Type == "Elsa.Flowchart"))
        {
            foreach (var (from, outcome) in chart.Connections.Select(connection => (connection.From, connection.Outcome)).Distinct())
            {
                if (steps[$"{chart.NodeId}:{from}"].FirstOrDefault() is { } step && Missing(step, outcome) is { } known)
                {
                    yield return new DefinitionDefect(from, $"{chart.Path}.connections", EngineDefects.UnknownOutcome, from, outcome, Defects.Known(known));
                }
            }
        }
    }

    /// <summary>The outcomes of a step that does not have this one; null when it has it, when that cannot be told, or when another check says so.</summary>
    private IEnumerable<string>? Missing(DefinitionActivity step, string outcome) => step.Type == "Pana.UserTask"
        ? outcome == Done && FormOf(step) is { } form && !form.Outcomes.Union(step.Texts("Outcomes")).Contains(Done) ? form.Outcomes : null
        : outcome != Done && catalog.Find(step.Type) is { } type && !Names(type) ? [Done] : null;

    private FormDefinition? FormOf(DefinitionActivity step) =>
        !step.IsComputed("Form") && step.Text("Form") is { } id && forms.Contains(id) ? forms.Get(id) : null;

    private static bool Names(ActivityDescriptor type) =>
        type.Ports.Any(port => port.Type == "Flow") || type.Inputs.Any(input => input.UIHint == "dynamic-outcomes");
}
