namespace Pana.Engine;

/// <summary>What expressions of one activity execution may see.</summary>
internal sealed class InstanceExpressionContext(ActivityExecutionContext context) : ExpressionContext
{
    private IReadOnlyDictionary<string, object?>? _workflow;
    private IReadOnlyDictionary<string, object?> _arguments = EmptyInput.Instance;

    public override IEnumerable<string> VariableNames => context.VariableNames();

    public override IReadOnlyDictionary<string, object?> Input
    {
        get
        {
            if (context.ResumeInput.Count == 0)
            {
                return context.WorkflowInput;
            }

            var merged = new Dictionary<string, object?>(context.WorkflowInput);
            foreach (var (name, value) in context.ResumeInput)
            {
                merged[name] = value;
            }

            return merged;
        }
    }

    public override object? LastResult => context.WorkflowExecutionContext.LastResult;

    public override string? CorrelationId
    {
        get => context.WorkflowExecutionContext.CorrelationId;
        set => context.WorkflowExecutionContext.CorrelationId = value;
    }

    public override string InstanceId => context.WorkflowExecutionContext.Id;

    public override string? InstanceName
    {
        get => context.WorkflowExecutionContext.Name;
        set => context.WorkflowExecutionContext.Name = value;
    }

    public override IReadOnlyDictionary<string, object?> Workflow => _workflow ??= new Dictionary<string, object?>
    {
        ["definitionId"] = context.WorkflowExecutionContext.DefinitionId,
        ["definitionVersionId"] = context.WorkflowExecutionContext.DefinitionVersionId,
        ["version"] = context.WorkflowExecutionContext.Workflow.Definition.Version,
        ["name"] = context.WorkflowExecutionContext.Workflow.Definition.Name,
    };

    public override IReadOnlyDictionary<string, object?> Arguments => _arguments;

    public override DateTimeOffset Now => context.Now;

    public override CancellationToken CancellationToken => context.CancellationToken;

    public override object? GetVariable(string nameOrId) => context.GetVariable(nameOrId);

    public override void SetVariable(string nameOrId, object? value) => context.SetVariable(nameOrId, value);

    public override object? GetOutputFrom(string activityIdOrName, string? outputName)
    {
        var workflow = context.WorkflowExecutionContext;
        if (!workflow.ActivityOutputs.TryGetValue(activityIdOrName, out var outputs))
        {
            var named = workflow.Workflow.Nodes.FirstOrDefault(n => n.Activity.Name == activityIdOrName);
            if (named is null || !workflow.ActivityOutputs.TryGetValue(named.Activity.Id, out outputs))
            {
                return null;
            }
        }

        return outputs.GetValueOrDefault(outputName ?? "Result");
    }

    /// <summary>Evaluates with extra names, and forgets them afterwards.</summary>
    public object? EvaluateWith(IReadOnlyDictionary<string, object?> arguments, Expression expression)
    {
        var before = _arguments;
        _arguments = arguments;
        try
        {
            return context.WorkflowExecutionContext.Burst.Evaluators.Evaluate(expression, this);
        }
        finally
        {
            _arguments = before;
        }
    }
}
