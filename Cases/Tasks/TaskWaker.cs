using Pana.Engine;

namespace Pana.Cases;

/// <summary>Hands a completed task back to the workflow that waits for it, in the same transaction.</summary>
public sealed class TaskWaker(WorkflowRuntime runtime, CurrentActor actor, TimeProvider time)
{
    /// <summary>Resumes the bookmark with the outcome and the facts; nothing that names a person goes along.</summary>
    internal async Task WakeAsync(UserTask task, string outcome, IReadOnlyDictionary<string, object?> facts, CancellationToken ct)
    {
        var request = new ResumeBookmark(task.BookmarkId)
        {
            Input = new Dictionary<string, object?>
            {
                ["Outcome"] = outcome,
                ["Facts"] = facts.ToDictionary(),
                ["TaskId"] = task.Id.ToString(),
                ["ActorId"] = actor.Value.UserId?.ToString(),
            },
        };
        try
        {
            await runtime.ResumeAsync(request, ct);
        }
        catch (BookmarkConsumedException)
        {
            // The procedure has taken another way while the person was typing.
            throw new TaskAlreadyCompletedException(task.Id, UserTaskState.Withdrawn, null, time.GetUtcNow());
        }
    }
}
