using System.Text.Json.Nodes;

namespace Pana.Engine;

public sealed partial class WorkflowExecutionContext
{
    /// <summary>Runs scheduled activities, first in first out, until nothing is scheduled.</summary>
    internal async ValueTask RunAsync()
    {
        while (Queue.TryDequeue(out var next))
        {
            if (next.Owner is { } owner)
            {
                if (owner.Status != ActivityStatus.Running)
                {
                    continue;
                }

                owner.PendingChildren--;
            }

            await BeginAsync(next).ConfigureAwait(false);
        }

        Rest();
    }

    /// <summary>Hands a stimulus to the execution that waits for it, then runs on.</summary>
    internal async ValueTask ResumeAsync(StoredBookmark bookmark, IReadOnlyDictionary<string, object?> input)
    {
        var context = Root is null ? null : Find(Root, bookmark.ActivityInstanceId);
        Burst.RemoveBookmark(bookmark.Id);
        if (context is null || !context.BookmarkIds.Remove(bookmark.Id))
        {
            throw new InvalidOperationException(
                $"Bookmark '{bookmark.Id}' waits for execution '{bookmark.ActivityInstanceId}' of activity '{bookmark.ActivityId}', which instance '{Id}' does not have. The row is damaged; cancel the instance.");
        }

        SubStatus = WorkflowSubStatus.Executing;
        Log(context, "Resumed", null);
        context.ForgetInputs();
        context.ResumeInput = input;
        await CallAsync(context, static (c, name) => name is null ? c.CompleteActivityAsync() : CallbackMethods.Resume(c.Activity, name)(c), bookmark.Callback).ConfigureAwait(false);
        await AfterCallAsync(context).ConfigureAwait(false);
        context.ResumeInput = EmptyInput.Instance;
        await RunAsync().ConfigureAwait(false);
    }

    /// <summary>Ends one execution by its outcomes, takes everything below it away, and tells its owner.</summary>
    internal async ValueTask CompleteAsync(ActivityExecutionContext context, object? result)
    {
        if (context.Status != ActivityStatus.Running)
        {
            return;
        }

        await CancelChildrenAsync(context).ConfigureAwait(false);
        RemoveBookmarks(context);
        context.Status = ActivityStatus.Completed;
        Log(context, "Completed", JournalText.Completed(context, result as Outcomes));
        if (context.Parent is not { } owner)
        {
            if (result is Outcomes outcomes)
            {
                Outcomes = outcomes;
            }

            End(WorkflowSubStatus.Finished);
            return;
        }

        owner.Children.Remove(context);
        var completed = new ActivityCompletedContext(owner, context, result);
        try
        {
            if (context.CompletionCallback is { } callback)
            {
                await CallbackMethods.Completion(owner.Activity, callback)(completed).ConfigureAwait(false);
            }
            else
            {
                await owner.Activity.OnChildCompletedAsync(completed).ConfigureAwait(false);
            }
        }
        catch (Exception e) when (IsFailureOf(owner, e))
        {
            throw new ActivityFailedException(owner, e);
        }
    }

    /// <summary>Cancels one execution and everything below it; the owner is not told.</summary>
    internal async ValueTask CancelAsync(ActivityExecutionContext context)
    {
        if (context.Status != ActivityStatus.Running)
        {
            return;
        }

        await CancelChildrenAsync(context).ConfigureAwait(false);
        RemoveBookmarks(context);
        context.Status = ActivityStatus.Canceled;
        context.Parent?.Children.Remove(context);
        await CallAsync(context, static (c, _) => c.Activity.CancelAsync(c), null).ConfigureAwait(false);
        Log(context, "Canceled", null);
    }

    /// <summary>Ends the instance at once, cancelling whatever waits.</summary>
    internal async ValueTask EndAsync(WorkflowSubStatus subStatus)
    {
        Queue.Clear();
        if (Root is { } root)
        {
            await CancelAsync(root).ConfigureAwait(false);
        }

        End(subStatus);
    }

    /// <summary>A modelled fault: the execution has faulted, everything else is cancelled, an incident stays.</summary>
    internal async ValueTask FaultAsync(ActivityExecutionContext context, string message, string? faultType)
    {
        await CancelChildrenAsync(context).ConfigureAwait(false);
        RemoveBookmarks(context);
        context.Status = ActivityStatus.Faulted;
        context.Parent?.Children.Remove(context);
        Log(context, "Faulted", new JsonObject { ["message"] = message });
        var incident = new Incident(Burst.NewId(), Id, context.Activity.Id, context.Activity.NodeId, context.Activity.Type, message, faultType, Burst.Now);
        Incidents.Add(incident);
        Burst.AddIncident(incident, this);
        await EndAsync(WorkflowSubStatus.Faulted).ConfigureAwait(false);
    }

    /// <summary>Whether the owner has scheduled the activity and it has not begun.</summary>
    internal bool IsScheduled(ActivityExecutionContext owner, Activity activity)
    {
        foreach (var scheduled in Queue)
        {
            if (scheduled.Owner == owner && scheduled.Activity == activity)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Completes an execution further up on behalf of one below it, which counts as completed itself.</summary>
    internal async ValueTask CompleteAncestorAsync(ActivityExecutionContext context, ActivityExecutionContext ancestor, object? result)
    {
        context.Status = ActivityStatus.Completed;
        context.Parent?.Children.Remove(context);
        Log(context, "Completed", JournalText.Completed(context, null));
        await CompleteAsync(ancestor, result).ConfigureAwait(false);
    }

    internal void Log(ActivityExecutionContext context, string eventName, JsonObject? data)
    {
        var activity = context.Activity;
        Burst.Log(new JournalEntry(
            JournalText.NewId(), Id, ++Sequence, context.Id, context.Parent?.Id, activity.Id, activity.NodeId, activity.Type, activity.Name, eventName, Burst.Now, data?.ToJsonString(DefinitionJson.Compact)));
    }

    private async ValueTask BeginAsync(ScheduledActivity next)
    {
        if (--Burst.StepsLeft < 0 && next.Owner is { } looping)
        {
            throw new ActivityFailedException(looping, new InvalidOperationException(
                $"Instance '{Id}' ran {Burst.StepLimit} activities without waiting, more than one burst may. Probably a loop never ends; give it a wait or an exit, or raise MaxActivitiesPerBurst."));
        }

        var activity = next.Activity;
        var context = new ActivityExecutionContext(JournalText.NewId(), activity, next.Owner, this)
        {
            CompletionCallback = next.Callback,
            ByBackwardConnection = next.ByBackwardConnection,
        };
        DeclareVariables(context, next.Variables);
        if (next.Owner is { } owner)
        {
            owner.Children.Add(context);
        }
        else
        {
            Root = context;
        }

        Log(context, "Started", null);
        await CallAsync(context, static (c, _) => c.Activity.ExecuteAsync(c), null).ConfigureAwait(false);
        await AfterCallAsync(context).ConfigureAwait(false);
    }

    private async ValueTask AfterCallAsync(ActivityExecutionContext context)
    {
        if (context.Status != ActivityStatus.Running || context.HasActiveChildren)
        {
            return;
        }

        if (context.BookmarkIds.Count > 0)
        {
            Log(context, "Suspended", JournalText.Suspended(context));
        }
        else if (context.Activity.CompletesByItself)
        {
            await CompleteAsync(context, null).ConfigureAwait(false);
        }
    }

    /// <summary>Calls into an activity; what it throws is tied to the place where it happened.</summary>
    private static async ValueTask CallAsync(ActivityExecutionContext context, Func<ActivityExecutionContext, string?, ValueTask> call, string? callback)
    {
        try
        {
            await call(context, callback).ConfigureAwait(false);
        }
        catch (Exception e) when (IsFailureOf(context, e))
        {
            throw new ActivityFailedException(context, e);
        }
    }

    /// <summary>A failure further in already says where it happened; a cancelled burst is no failure.</summary>
    private static bool IsFailureOf(ActivityExecutionContext context, Exception e) =>
        e is not ActivityFailedException && !(e is OperationCanceledException && context.CancellationToken.IsCancellationRequested);
}
