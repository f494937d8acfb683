namespace Pana.Engine;

/// <summary>What an expression may see and change: plain data of one instance, never a CLR object.</summary>
internal abstract class ExpressionContext
{
    /// <summary>The names of the variables in scope, nearest scope first.</summary>
    public abstract IEnumerable<string> VariableNames { get; }

    /// <summary>A variable in scope by name or id; null when there is none.</summary>
    public abstract object? GetVariable(string nameOrId);

    /// <summary>Sets a variable in scope; a name that is not declared throws.</summary>
    public abstract void SetVariable(string nameOrId, object? value);

    /// <summary>The input of the instance, and inside a resume the stimulus's input over it.</summary>
    public abstract IReadOnlyDictionary<string, object?> Input { get; }

    /// <summary>An output of the last execution of an activity, found by id or name.</summary>
    public abstract object? GetOutputFrom(string activityIdOrName, string? outputName);

    /// <summary>The result of the last activity that gave one.</summary>
    public abstract object? LastResult { get; }

    /// <summary>What ties the instance to the outside.</summary>
    public abstract string? CorrelationId { get; set; }

    /// <summary>The id of the instance.</summary>
    public abstract string InstanceId { get; }

    /// <summary>The name of the instance.</summary>
    public abstract string? InstanceName { get; set; }

    /// <summary>Facts about the definition: definitionId, definitionVersionId, version, name.</summary>
    public abstract IReadOnlyDictionary<string, object?> Workflow { get; }

    /// <summary>Extra names for this evaluation only, such as <c>Item</c>.</summary>
    public virtual IReadOnlyDictionary<string, object?> Arguments => EmptyInput.Instance;

    /// <summary>The outcomes a script chose with <c>setOutcome</c>; null when it chose none.</summary>
    public virtual IReadOnlyList<string>? Outcomes { get; set; }

    /// <summary>The current moment.</summary>
    public abstract DateTimeOffset Now { get; }

    /// <summary>Cancels a running evaluation.</summary>
    public virtual CancellationToken CancellationToken => default;
}
