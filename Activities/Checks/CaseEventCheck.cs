using Pana.Cases;
using Pana.Engine;

namespace Pana.Activities;

/// <summary>Steps that record or await a case event must name one that exists.</summary>
internal sealed class CaseEventCheck(EventCatalog events) : IDefinitionCheck
{
    private static readonly string CasePrefix = CaseEventRelay.EventNameOf("");

    public IEnumerable<DefinitionDefect> Check(WorkflowDefinition definition)
    {
        foreach (var step in definition.Activities)
        {
            if (NameOf(step) is { } name && events.Find(name) is null)
            {
                yield return step.Unknown("eventName", StepDefects.NoSuchEvent, name, events.All.Select(one => one.Name));
            }
        }
    }

    private static string? NameOf(DefinitionActivity step) => step.Type switch
    {
        "Pana.RecordEvent" or "Pana.WaitForCaseEvent" => step.IsComputed("EventName") ? null : step.Text("EventName") ?? "",
        "Pana.RegisterReceipt" => step.Text("EventName"),
        "Elsa.Event" or "Elsa.PublishEvent" when step.Text("EventName") is { } name && name.StartsWith(CasePrefix, StringComparison.Ordinal) => name[CasePrefix.Length..],
        _ => null,
    };
}
