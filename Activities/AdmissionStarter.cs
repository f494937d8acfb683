using Pana.Cases;
using Pana.Engine;

namespace Pana.Activities;

/// <summary>Starts the admission procedure (p25–35) for the cases that intake has opened.</summary>
public sealed class AdmissionStarter(DbSession session, WorkflowRuntime runtime)
{
    /// <summary>The definition it starts.</summary>
    public const string DefinitionId = "admission";

    /// <summary>
    /// Starts the procedure once per case, all in one transaction; a case that already runs is left alone. One that took over an
    /// earlier recognition (<see cref="ImmediateReadmission"/>) begins after the identification.
    /// </summary>
    public Task StartAsync(IReadOnlyList<Case> cases, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(cases);
        return session.InTransactionAsync(token => StartInTransactionAsync(cases, token), ct);
    }

    private async Task<int> StartInTransactionAsync(IReadOnlyList<Case> cases, CancellationToken ct)
    {
        var started = 0;
        foreach (var file in cases.Where(file => file.WorkflowInstanceId is null))
        {
            // The id is set first: steps of the first burst already find the case bound to its instance.
            file.WorkflowInstanceId = Guid.CreateVersion7(file.CreatedAt).ToString("N");
            await runtime.StartAsync(
                new StartWorkflow(DefinitionId)
                {
                    InstanceId = file.WorkflowInstanceId,
                    CorrelationId = file.CorrelationId,
                    Name = file.Code,
                    Input = new Dictionary<string, object?> { ["IsChild"] = file.IsChild, ["Recognised"] = file.State == CaseState.Recognised },
                },
                ct);
            started++;
        }

        return started;
    }
}
