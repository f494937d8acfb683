using Pana.Cases;
using Pana.Engine;

namespace Pana.Activities;

/// <summary>
/// Tells the workflows of a case what its ledger has recorded: as the Elsa event <c>case:&lt;name&gt;</c> with the case as
/// correlation. Recorded by a page, the waiters run in the page's transaction; recorded by a step, at the end of its burst.
/// </summary>
internal sealed class CaseEventRelay(WorkflowRuntime runtime) : ICaseEventListener
{
    /// <summary>The Elsa event of a case event.</summary>
    public static string EventNameOf(string caseEvent) => $"case:{caseEvent}";

    public async Task RecordedAsync(Case file, CaseEvent recorded, CancellationToken ct = default) =>
        await runtime.PublishEventAsync(
            new PublishEvent(EventNameOf(recorded.Name))
            {
                CorrelationId = file.CorrelationId,
                Payload = new Dictionary<string, object?> { ["event"] = recorded.Id.ToString(), ["name"] = recorded.Name },
            },
            ct);
}
