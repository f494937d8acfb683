using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Pana.Engine;

/// <summary>
/// Everything that runs from one stimulus until every instance it touched waits or has ended. It holds those instances
/// in memory and writes them once, at the end; whatever throws before leaves nothing behind.
/// </summary>
internal sealed partial class Burst(BurstServices shared, IServiceProvider services, IWorkflowStore store, CancellationToken ct)
{
    private readonly Dictionary<string, WorkflowExecutionContext> _instances = new(StringComparer.Ordinal);
    private readonly Dictionary<string, StoredBookmark> _newBookmarks = new(StringComparer.Ordinal);
    private readonly Queue<Func<Task>> _later = new();
    private readonly BurstChanges _changes = new();
    private int _depth;

    public IServiceProvider Services { get; } = services;

    public CancellationToken CancellationToken { get; } = ct;

    public ExpressionEvaluators Evaluators => shared.Evaluators;

    public DateTimeOffset Now => shared.Time.GetUtcNow();

    /// <summary>How many activities this burst may still begin; a loop without a wait ends here.</summary>
    public int StepsLeft { get; set; } = shared.Options.MaxActivitiesPerBurst;

    /// <summary>Something of this burst has left the database for good: after a deadlock it must not run again.</summary>
    public void ForbidRepeating() => store.ForbidRepeating();

    public string NewId() => Guid.CreateVersion7(Now).ToString("N");

    /// <summary>Does something once the instance that runs now has settled.</summary>
    public void Later(Func<Task> act) => _later.Enqueue(act);

    /// <summary>Starts a new instance and runs it until it waits or ends.</summary>
    public async Task<WorkflowExecutionContext> StartAsync(StartWorkflow request, string? parentInstanceId = null, string? parentBookmarkId = null)
    {
        var workflow = await FindWorkflowAsync(request).ConfigureAwait(false);
        var instance = new WorkflowExecutionContext(request.InstanceId ?? NewId(), workflow, this)
        {
            CorrelationId = request.CorrelationId,
            Name = request.Name,
            ParentInstanceId = parentInstanceId,
            ParentBookmarkId = parentBookmarkId,
            TriggerActivityId = request.TriggerActivityId,
            Input = (IReadOnlyDictionary<string, object?>)PlainData.From(request.Input)!,
            CreatedAt = Now,
        };
        if (!_instances.TryAdd(instance.Id, instance))
        {
            throw new StaleInstanceException(instance.Id);
        }

        await GuardDepthAsync(instance, () =>
        {
            instance.Queue.Enqueue(new ScheduledActivity(workflow.Root, null, null, null, false));
            return instance.RunAsync();
        }).ConfigureAwait(false);
        return instance;
    }

    /// <summary>Answers a wait; false when it is gone.</summary>
    public async Task<WorkflowExecutionContext?> ResumeAsync(string bookmarkId, IReadOnlyDictionary<string, object?> input)
    {
        var (instance, bookmark) = await TakeAsync(bookmarkId).ConfigureAwait(false);
        if (instance is null || bookmark is null)
        {
            return null;
        }

        var plain = (IReadOnlyDictionary<string, object?>)PlainData.From(input)!;
        await GuardDepthAsync(instance, () => instance.ResumeAsync(bookmark, plain)).ConfigureAwait(false);
        return instance;
    }

    /// <summary>Runs what was put off, until nothing is left.</summary>
    public async Task SettleAsync()
    {
        while (_later.TryDequeue(out var act))
        {
            await act().ConfigureAwait(false);
        }
    }

    /// <summary>Cancels an instance, and through its activities the children it waits for.</summary>
    public async Task<WorkflowExecutionContext?> CancelAsync(string instanceId)
    {
        var instance = await LoadAsync(instanceId).ConfigureAwait(false);
        if (instance is null || instance.Status == WorkflowStatus.Finished)
        {
            return instance;
        }

        await instance.EndAsync(WorkflowSubStatus.Cancelled).ConfigureAwait(false);
        return instance;
    }

    public Bookmark CreateBookmark(ActivityExecutionContext context, CreateBookmarkArgs args)
    {
        var activity = context.Activity;
        var name = args.Name ?? activity.Type;
        var bookmark = new StoredBookmark(
            NewId(),
            context.WorkflowExecutionContext.Id,
            context.Id,
            activity.Id,
            activity.NodeId,
            name,
            HashOf(name, args.Stimulus),
            context.WorkflowExecutionContext.CorrelationId,
            args.Callback is null ? null : CallbackMethods.NameOf(args.Callback, activity),
            args.Payload?.ToJsonString(DefinitionJson.Compact),
            Now,
            args.DueAt?.ToUniversalTime());
        _newBookmarks[bookmark.Id] = bookmark;
        context.BookmarkIds.Add(bookmark.Id);
        return new Bookmark(bookmark.Id, bookmark.Name, bookmark.Hash, bookmark.DueAt);
    }

    /// <summary>The bookmark will not be answered any more.</summary>
    public void RemoveBookmark(string id)
    {
        if (!_newBookmarks.Remove(id))
        {
            _changes.BookmarksRemoved.Add(id);
        }
    }

    /// <summary>Called by an instance when it has ended: whoever waits for it goes on, once all is quiet.</summary>
    public void InstanceEnded(WorkflowExecutionContext instance)
    {
        if (instance.ParentBookmarkId is { } bookmarkId)
        {
            Later(() => ResumeAsync(bookmarkId, ExecuteWorkflowResult.Of(instance).ToInput()));
        }
    }

    /// <summary>Writes everything in one batch.</summary>
    public async Task<BurstChanges> SaveAsync(bool engineOwnsTransaction)
    {
        foreach (var instance in _instances.Values)
        {
            _changes.Instances.Add(new InstanceChange(instance.ToStored(Now), instance.Revision));
        }

        _changes.BookmarksAdded.AddRange(_newBookmarks.Values);
        _changes.EngineOwnsTransaction = engineOwnsTransaction;
        await store.SaveAsync(_changes, CancellationToken).ConfigureAwait(false);
        return _changes;
    }

    internal static string HashOf(string name, object? stimulus)
    {
        var text = $"{name}\n{(stimulus is null ? "" : JsonSerializer.Serialize(stimulus, stimulus.GetType(), StimulusJson))}";
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    private static readonly JsonSerializerOptions StimulusJson = new(JsonSerializerDefaults.Web);

    /// <summary>Instances nest when one executes another; a definition that executes itself ends here.</summary>
    private async Task GuardDepthAsync(WorkflowExecutionContext instance, Func<ValueTask> run)
    {
        if (++_depth > shared.Options.MaxNestedWorkflows)
        {
            throw new InvalidOperationException(
                $"Workflow '{instance.DefinitionId}' was executed {_depth} levels deep, more than the limit of {shared.Options.MaxNestedWorkflows}. Probably a workflow executes itself; end the recursion or raise MaxNestedWorkflows.");
        }

        await run().ConfigureAwait(false);
        _depth--;
    }
}
