namespace Pana.Engine;

/// <summary>One instance while a burst runs it.</summary>
public sealed partial class WorkflowExecutionContext
{
    internal WorkflowExecutionContext(string id, CompiledWorkflow workflow, Burst burst)
    {
        Id = id;
        Workflow = workflow;
        Burst = burst;
    }

    /// <summary>The instance id.</summary>
    public string Id { get; }

    /// <summary>The definition it runs.</summary>
    public string DefinitionId => Workflow.Definition.DefinitionId;

    /// <summary>The version it was started with and keeps.</summary>
    public string DefinitionVersionId => Workflow.Definition.Id;

    /// <summary>What ties it to the outside, such as the case id.</summary>
    public string? CorrelationId { get; set; }

    /// <summary>The name shown in lists: a case code, never a person's name.</summary>
    public string? Name { get; set; }

    /// <summary>The instance that started this one and waits for it or not; null for a first one.</summary>
    public string? ParentInstanceId { get; internal set; }

    /// <summary>The trigger that started it; null when it was started by name.</summary>
    public string? TriggerActivityId { get; internal set; }

    /// <summary>What it was started with.</summary>
    public IReadOnlyDictionary<string, object?> Input { get; internal set; } = EmptyInput.Instance;

    /// <summary>What it has given so far, by output name.</summary>
    public IDictionary<string, object?> Output { get; internal set; } = new Dictionary<string, object?>();

    /// <summary>Whether it may still run.</summary>
    public WorkflowStatus Status => SubStatus is WorkflowSubStatus.Executing or WorkflowSubStatus.Suspended ? WorkflowStatus.Running : WorkflowStatus.Finished;

    /// <summary>The finer state.</summary>
    public WorkflowSubStatus SubStatus { get; internal set; } = WorkflowSubStatus.Executing;

    internal CompiledWorkflow Workflow { get; }

    internal Burst Burst { get; }

    internal Queue<ScheduledActivity> Queue { get; } = new();

    /// <summary>The execution of the implicit workflow node; null once the instance has ended.</summary>
    internal ActivityExecutionContext? Root { get; set; }

    /// <summary>The wait of the parent that this instance's end answers; null when nobody waits.</summary>
    internal string? ParentBookmarkId { get; set; }

    /// <summary>The outcomes the workflow ended with.</summary>
    internal Outcomes Outcomes { get; set; } = Outcomes.Default;

    /// <summary>The number of journal lines written so far.</summary>
    internal long Sequence { get; set; }

    /// <summary>The revision in the database; null for an instance that is not there yet.</summary>
    internal int? Revision { get; set; }

    internal DateTimeOffset CreatedAt { get; set; }

    internal List<Incident> Incidents { get; } = [];

    /// <summary>The last outputs of each activity, by activity id, then by name.</summary>
    internal Dictionary<string, Dictionary<string, object?>> ActivityOutputs { get; } = [];

    internal object? LastResult { get; set; }

    internal void RegisterOutput(Activity activity, string name, object? value)
    {
        if (!ActivityOutputs.TryGetValue(activity.Id, out var outputs))
        {
            ActivityOutputs[activity.Id] = outputs = [];
        }

        outputs[name] = value;
        LastResult = value;
    }

    internal StoredInstance ToStored(DateTimeOffset now) => new(
        Id,
        DefinitionId,
        DefinitionVersionId,
        Workflow.Definition.Version,
        CorrelationId,
        Name,
        ParentInstanceId,
        Status.ToString(),
        SubStatus.ToString(),
        InstanceState.Write(this),
        (Revision ?? 0) + 1,
        CreatedAt,
        now,
        Status == WorkflowStatus.Finished ? now : null);

    internal WorkflowRunResult ToResult() => new(Id, Status, SubStatus, Incidents)
    {
        Output = new Dictionary<string, object?>(Output),
    };
}
