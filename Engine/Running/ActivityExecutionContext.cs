using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;

namespace Pana.Engine;

/// <summary>One execution of one activity: its inputs, its state, and what it may tell the engine.</summary>
public sealed partial class ActivityExecutionContext
{
    private InstanceExpressionContext? _expressions;
    private JsonObject? _journalData;

    internal ActivityExecutionContext(string id, Activity activity, ActivityExecutionContext? parent, WorkflowExecutionContext workflow)
    {
        Id = id;
        Activity = activity;
        Parent = parent;
        WorkflowExecutionContext = workflow;
    }

    /// <summary>The id of this execution.</summary>
    public string Id { get; }

    /// <summary>The step that is executed.</summary>
    public Activity Activity { get; }

    /// <summary>The instance it belongs to.</summary>
    public WorkflowExecutionContext WorkflowExecutionContext { get; }

    /// <summary>Whether it still runs.</summary>
    public ActivityStatus Status { get; internal set; }

    /// <summary>Cancels the burst.</summary>
    public CancellationToken CancellationToken => WorkflowExecutionContext.Burst.CancellationToken;

    /// <summary>The input the instance was started with.</summary>
    public IReadOnlyDictionary<string, object?> WorkflowInput => WorkflowExecutionContext.Input;

    /// <summary>The input of the stimulus, inside a resume callback; empty otherwise.</summary>
    public IReadOnlyDictionary<string, object?> ResumeInput { get; internal set; } = EmptyInput.Instance;

    /// <summary>Whether this activity is the trigger that started the instance.</summary>
    public bool IsTriggerOfWorkflow => WorkflowExecutionContext.TriggerActivityId == Activity.Id;

    /// <summary>What the journal shows for this execution: ids and codes only.</summary>
    public JsonObject JournalData => _journalData ??= [];

    /// <summary>The current moment of the engine's clock.</summary>
    public DateTimeOffset Now => WorkflowExecutionContext.Burst.Now;

    /// <summary>A service of the burst's scope.</summary>
    public T GetRequiredService<T>() where T : notnull => WorkflowExecutionContext.Burst.Services.GetRequiredService<T>();

    /// <summary>
    /// To be called before something leaves the database at once, such as a request to a server: a burst that meets a
    /// deadlock afterwards is not repeated, it leaves an incident. What can wait for the commit goes through <see cref="Outbox"/>.
    /// </summary>
    public void ForbidRepeating() => WorkflowExecutionContext.Burst.ForbidRepeating();

    internal ActivityExecutionContext? Parent { get; }

    internal JsonObject? JournalDataOrNull => _journalData;

    internal InstanceExpressionContext Expressions => _expressions ??= new InstanceExpressionContext(this);

    /// <summary>Executions this one owns that still run, oldest first.</summary>
    internal List<ActivityExecutionContext> Children { get; } = [];

    /// <summary>How many children are scheduled but have not begun.</summary>
    internal int PendingChildren { get; set; }

    internal bool HasActiveChildren => Children.Count > 0 || PendingChildren > 0;

    /// <summary>The owner's method to call on completion; null calls <see cref="Engine.Activity.OnChildCompletedAsync"/>.</summary>
    internal string? CompletionCallback { get; init; }

    /// <summary>Whether a backward connection led here, so that the visit is not counted.</summary>
    internal bool ByBackwardConnection { get; init; }

    /// <summary>The open waits of this execution, by bookmark id.</summary>
    internal List<string> BookmarkIds { get; } = [];

    /// <summary>Schedules a child; the callback must be a method of this activity.</summary>
    public ValueTask ScheduleActivityAsync(
        Activity? activity,
        ActivityCompletionCallback? callback = null,
        IReadOnlyDictionary<string, object?>? variables = null)
    {
        if (activity is null)
        {
            return callback is null ? Activity.OnChildCompletedAsync(new(this, this, null)) : callback(new(this, this, null));
        }

        Schedule(activity, callback is null ? null : CallbackMethods.NameOf(callback, Activity), variables);
        return default;
    }

    internal void Schedule(Activity activity, string? callback = null, IReadOnlyDictionary<string, object?>? variables = null, bool backward = false)
    {
        PendingChildren++;
        WorkflowExecutionContext.Queue.Enqueue(new ScheduledActivity(activity, this, callback, variables, backward));
    }

    /// <summary>Begins to wait. With <see cref="CreateBookmarkArgs.DueAt"/> the wait is a timer.</summary>
    public Bookmark CreateBookmark(CreateBookmarkArgs args)
    {
        ArgumentNullException.ThrowIfNull(args);
        return WorkflowExecutionContext.Burst.CreateBookmark(this, args);
    }

    /// <summary>Begins to wait for a stimulus.</summary>
    public Bookmark CreateBookmark(object? stimulus, ExecuteActivityDelegate? callback = null) =>
        CreateBookmark(new CreateBookmarkArgs { Stimulus = stimulus, Callback = callback });

    /// <summary>Ends this execution; without outcomes in <paramref name="result"/> it leaves by <c>Done</c>.</summary>
    public ValueTask CompleteActivityAsync(object? result = null) => WorkflowExecutionContext.CompleteAsync(this, result);

    /// <summary>Ends this execution by the named outcomes.</summary>
    public ValueTask CompleteActivityWithOutcomesAsync(params string[] outcomes) => CompleteActivityAsync(new Outcomes(outcomes));

    /// <summary>Cancels this execution, its children and their waits.</summary>
    public ValueTask CancelActivityAsync() => WorkflowExecutionContext.CancelAsync(this);
}
