namespace Pana.Engine;

internal sealed partial class Burst
{
    /// <summary>Wakes the waiters of an event and starts what it triggers.</summary>
    public async Task<IReadOnlyList<WorkflowExecutionContext>> PublishAsync(PublishEvent request)
    {
        var touched = new List<WorkflowExecutionContext>();
        var payload = PlainData.From(request.Payload);
        var hash = HashOf(Event.BookmarkName, Event.StimulusOf(request.EventName));
        var waiting = await FindBookmarksAsync(Event.BookmarkName, hash, request.CorrelationId, request.InstanceId).ConfigureAwait(false);
        var starts = request.InstanceId is null
            ? await ((EventTriggers)Services.GetService(typeof(EventTriggers))!).FindAsync(request.EventName, Services, CancellationToken).ConfigureAwait(false)
            : [];
        if (request.IsForOne && waiting.Count + starts.Count > 1)
        {
            throw new AmbiguousEventException(request.EventName, waiting.Count, starts.Count);
        }

        foreach (var bookmarkId in waiting)
        {
            // Another waiter may have cancelled this one meanwhile.
            if (await ResumeAsync(bookmarkId, Event.InputOf(payload)).ConfigureAwait(false) is { } instance && !touched.Contains(instance))
            {
                touched.Add(instance);
            }
        }

        foreach (var (definitionId, activityId) in starts)
        {
            touched.Add(await StartAsync(new StartWorkflow(definitionId)
            {
                CorrelationId = request.CorrelationId,
                TriggerActivityId = activityId,
                Input = Event.InputOf(payload),
            }).ConfigureAwait(false));
        }

        return touched;
    }

    /// <summary>Repeats what an incident was about.</summary>
    public async Task<WorkflowExecutionContext> RepeatAsync(Stimulus stimulus)
    {
        var instance = stimulus.Kind switch
        {
            "start" => await StartAsync(stimulus.ToStart()).ConfigureAwait(false),
            "resume" => await ResumeAsync(stimulus.Target, stimulus.Input).ConfigureAwait(false),
            "cancel" => await CancelAsync(stimulus.Target).ConfigureAwait(false),
            "event" => (await PublishAsync(stimulus.ToEvent()).ConfigureAwait(false)) is [var first, ..] ? first : null,
            _ => throw new InvalidOperationException($"The incident's stimulus has the unknown kind '{stimulus.Kind}'. Use the program version that wrote it."),
        };
        return instance ?? throw new BookmarkConsumedException(stimulus.Target);
    }
}
