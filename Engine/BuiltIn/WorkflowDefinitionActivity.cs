using System.Text.Json.Nodes;

namespace Pana.Engine;

/// <summary>
/// A step that is another definition: runs the version it was drawn with as an instance of its own, inside the same
/// burst, and leaves by the outcomes that this ends with. Its type is the definition's name, so it is not in the catalogue.
/// </summary>
internal sealed class WorkflowDefinitionActivity : Activity
{
    private readonly Dictionary<string, Input<object>> _given = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _targets = new(StringComparer.Ordinal);
    private UsedDefinition _used = null!;

    internal override void BindMore(JsonObject json, Func<JsonObject, Activity> compileChild)
    {
        _used = UsedDefinition.Read(json)!;
        foreach (var (name, expression) in ExpressionsOf(json))
        {
            _given[UsableDefinition.KeyOf(name)] = new Input<object>(expression) { Name = name, Index = _given.Count };
        }

        foreach (var (name, target) in TargetsOf(json))
        {
            _targets[UsableDefinition.KeyOf(name)] = target;
        }

        Node.Inputs = [.. _given.Values];
    }

    /// <summary>The inputs given on a step, by member.</summary>
    public static IEnumerable<(string Member, Expression Expression)> ExpressionsOf(JsonObject step)
    {
        foreach (var (name, value) in step)
        {
            if (value is JsonObject wrapper && wrapper["expression"] is JsonObject && ActivityBinding.ReadExpression(wrapper) is { } expression)
            {
                yield return (name, expression);
            }
        }
    }

    /// <summary>The outputs bound on a step, by member: the variable or the workflow's output that receives the value.</summary>
    public static IEnumerable<(string Member, string Target)> TargetsOf(JsonObject step)
    {
        foreach (var (name, value) in step)
        {
            if (value is JsonObject wrapper && wrapper["expression"] is null && wrapper["memoryReference"] is JsonObject reference && WorkflowDefinition.Text(reference["id"]) is { Length: > 0 } target)
            {
                yield return (name, target);
            }
        }
    }

    /// <inheritdoc/>
    protected internal override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var parent = context.WorkflowExecutionContext;
        var definition = (await parent.Burst.FindUsedAsync(_used).ConfigureAwait(false)).Definition;
        var request = new StartWorkflow(definition.DefinitionId)
        {
            DefinitionVersionId = definition.Id,
            CorrelationId = parent.CorrelationId,
            Name = parent.Name,
            Input = InputOf(definition, context),
        };
        var child = await parent.Burst.StartAsync(request, parent.Id).ConfigureAwait(false);
        context.JournalData["workflowInstanceId"] = child.Id;
        if (child.Status == WorkflowStatus.Finished)
        {
            await EndAsync(context, ExecuteWorkflowResult.Of(child)).ConfigureAwait(false);
            return;
        }

        ChildWorkflow.Wait(context, child.Id, OnChildEndedAsync, out var bookmarkId);
        child.ParentBookmarkId = bookmarkId;
    }

    /// <inheritdoc/>
    protected internal override ValueTask CancelAsync(ActivityExecutionContext context) => ChildWorkflow.CancelAsync(context);

    private Dictionary<string, object?> InputOf(WorkflowDefinition definition, ActivityExecutionContext context)
    {
        var values = new Dictionary<string, object?>(definition.Inputs.Count);
        foreach (var argument in definition.Inputs)
        {
            if (_given.TryGetValue(UsableDefinition.KeyOf(argument.Name), out var input))
            {
                // The journal calls it as the definition does; the version is always the same one, so this is written once.
                input.Name = argument.Name;
                values[argument.Name] = VariableValues.Of(argument.ToVariable(), context.Get(input));
            }
        }

        return values;
    }

    private ValueTask OnChildEndedAsync(ActivityExecutionContext context) => EndAsync(context, ExecuteWorkflowResult.FromInput(context.ResumeInput));

    /// <summary>As if its steps were drawn here: a fault in it is one of this workflow, and what was cancelled leaves by no outcome.</summary>
    private ValueTask EndAsync(ActivityExecutionContext context, ExecuteWorkflowResult result)
    {
        if (result.SubStatus == nameof(WorkflowSubStatus.Faulted))
        {
            return context.WorkflowExecutionContext.FaultAsync(
                context, $"The workflow that step '{Id}' runs has faulted. Its incident is with instance '{result.WorkflowInstanceId}'.", null);
        }

        if (result.SubStatus == nameof(WorkflowSubStatus.Cancelled))
        {
            return context.CompleteActivityAsync(Outcomes.Empty);
        }

        foreach (var (name, value) in result.Output)
        {
            context.SetOutput(name, _targets.GetValueOrDefault(UsableDefinition.KeyOf(name)), value);
        }

        return context.CompleteActivityAsync(new Outcomes([.. result.Outcomes]));
    }
}
