using System.Runtime.ExceptionServices;

namespace Pana.Engine;

/// <summary>
/// Starts, resumes and cancels instances. Every call is one burst: one transaction, which joins the caller's
/// <see cref="DbSession"/> transaction when there is one. One per scope.
/// </summary>
public sealed class WorkflowRuntime
{
    private readonly BurstServices _shared;
    private readonly IServiceProvider _services;
    private readonly IWorkflowStore _store;
    private Burst? _running;

    internal WorkflowRuntime(BurstServices shared, IServiceProvider services, IWorkflowStore store)
    {
        _shared = shared;
        _services = services;
        _store = store;
    }

    /// <summary>Starts a new instance of the published version and runs it until it waits or ends.</summary>
    public async Task<WorkflowRunResult> StartAsync(StartWorkflow request, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return await RunAsync<WorkflowRunResult>(
            Stimulus.Of(request),
            async burst => (await burst.StartAsync(request).ConfigureAwait(false)).ToResult,
            ct).ConfigureAwait(false);
    }

    /// <summary>Answers one wait and runs the instance, and whoever waited for it, until all wait or have ended.</summary>
    /// <exception cref="WorkflowRefusedException">A step refused it by a rule; nothing was changed or recorded.</exception>
    /// <exception cref="BookmarkConsumedException">The wait was already answered or cancelled.</exception>
    public async Task<WorkflowRunResult> ResumeAsync(ResumeBookmark request, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return await RunAsync<WorkflowRunResult>(
            Stimulus.Of(request),
            async burst => (await burst.ResumeAsync(request.BookmarkId, request.Input).ConfigureAwait(false)
                ?? throw new BookmarkConsumedException(request.BookmarkId)).ToResult,
            ct).ConfigureAwait(false);
    }

    /// <summary>
    /// Resumes every wait for the event, narrowed by correlation id or instance when given, and starts every published
    /// definition that an <c>Elsa.Event</c> of this name may start (unless an instance is named). All in one transaction.
    /// Called by a step of a running burst, it joins the end of that burst and returns nothing yet.
    /// </summary>
    public async Task<IReadOnlyList<WorkflowRunResult>> PublishEventAsync(PublishEvent request, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (_running is { } running)
        {
            running.Later(() => running.PublishAsync(request));
            return [];
        }

        return await RunAsync<IReadOnlyList<WorkflowRunResult>>(
            Stimulus.Of(request),
            async burst =>
            {
                var woken = await burst.PublishAsync(request).ConfigureAwait(false);
                return () => [.. woken.Select(i => i.ToResult())];
            },
            ct).ConfigureAwait(false);
    }

    /// <summary>Cancels an instance: its waiting activities are told, and the children it waits for are cancelled too.</summary>
    public async Task CancelAsync(string instanceId, CancellationToken ct = default) =>
        await RunAsync<bool>(
            Stimulus.Cancel(instanceId),
            async burst =>
            {
                _ = await burst.CancelAsync(instanceId).ConfigureAwait(false)
                    ?? throw new KeyNotFoundException($"Instance '{instanceId}' does not exist. Check the id; it may have been deleted.");
                return () => true;
            },
            ct).ConfigureAwait(false);

    /// <summary>Runs the stimulus of an incident again; the incident is resolved in the same transaction.</summary>
    public async Task<WorkflowRunResult> RetryAsync(string incidentId, CancellationToken ct = default)
    {
        var incident = await _store.GetIncidentAsync(incidentId, ct).ConfigureAwait(false)
            ?? throw new KeyNotFoundException($"Incident '{incidentId}' does not exist. Reload the list of incidents.");
        if (incident.ResolvedAt is { } at)
        {
            throw new InvalidOperationException($"Incident '{incidentId}' was already resolved at {at:u}. There is nothing to retry.");
        }

        if (incident.Stimulus is null)
        {
            throw new InvalidOperationException(
                $"Incident '{incidentId}' cannot be retried: it is a fault drawn in the definition, or its cause was a request that the person repeats. Start or answer again.");
        }

        var stimulus = Stimulus.Read(incident.Stimulus);
        return await RunAsync<WorkflowRunResult>(
            stimulus with { IncidentId = incidentId },
            async burst =>
            {
                var instance = await burst.RepeatAsync(stimulus).ConfigureAwait(false);
                await _store.ResolveIncidentAsync(incidentId, burst.Now, ct).ConfigureAwait(false);
                return instance.ToResult;
            },
            ct).ConfigureAwait(false);
    }

    /// <summary>
    /// One burst in one transaction; a failing activity rolls it back and leaves an incident. The store may repeat it
    /// after a deadlock: every attempt has a <see cref="Burst"/> of its own and reads everything anew.
    /// </summary>
    private async Task<T> RunAsync<T>(Stimulus stimulus, Func<Burst, Task<Func<T>>> act, CancellationToken ct)
    {
        var joined = _store.IsInBurst;
        try
        {
            return await _store.InBurstAsync(
                async token =>
                {
                    var burst = new Burst(_shared, _services, _store, token);
                    Func<T> result;
                    _running = burst;
                    try
                    {
                        result = await act(burst).ConfigureAwait(false);
                        await burst.SettleAsync().ConfigureAwait(false);
                    }
                    finally
                    {
                        _running = null;
                    }

                    await burst.SaveAsync(engineOwnsTransaction: !joined).ConfigureAwait(false);
                    return result();
                },
                ct).ConfigureAwait(false);
        }
        catch (ActivityFailedException e)
        {
            // The person is told of a refusal. A passing failure inside a caller's transaction is the caller's to repeat.
            if ((e.Cause is WorkflowRefusedException && !stimulus.Unattended) || (joined && PassingFailure.Is(e.Cause)))
            {
                ExceptionDispatchInfo.Throw(e.Cause);
            }

            var incident = await RecordAsync(e, stimulus, joined, ct).ConfigureAwait(false);
            throw new WorkflowFaultedException(incident, e.Cause);
        }
    }

    /// <summary>
    /// Inside a caller's transaction nothing could be retried here alone, since the caller's own changes are rolled back
    /// with ours: the incident is written without a stimulus, and the person repeats the request.
    /// </summary>
    private async Task<Incident> RecordAsync(ActivityFailedException failure, Stimulus stimulus, bool joined, CancellationToken ct)
    {
        var context = failure.Context;
        var instance = context.WorkflowExecutionContext;
        var incident = new Incident(
            stimulus.IncidentId ?? Guid.CreateVersion7(_shared.Time.GetUtcNow()).ToString("N"),
            instance.Id,
            context.Activity.Id,
            context.Activity.NodeId,
            context.Activity.Type,
            failure.Cause.Message,
            failure.Cause.GetType().FullName,
            _shared.Time.GetUtcNow())
        {
            CanRetry = !joined,
        };
        await _store.AddIncidentAsync(
            new StoredIncident(
                incident.Id,
                instance.Id,
                instance.DefinitionId,
                instance.DefinitionVersionId,
                instance.CorrelationId,
                incident.ActivityId,
                incident.NodeId,
                incident.ActivityType,
                incident.Message,
                incident.ExceptionType,
                joined ? null : stimulus.Write(),
                incident.At,
                null),
            ct).ConfigureAwait(false);
        return incident;
    }
}
