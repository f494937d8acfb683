namespace Pana.Engine;

/// <summary>How an executed workflow stands: its end, or where it rests when nobody waits for its end.</summary>
public sealed record ExecuteWorkflowResult(
    string WorkflowInstanceId,
    string Status,
    string SubStatus,
    IReadOnlyDictionary<string, object?> Output,
    string? CorrelationId,
    IReadOnlyList<string> Outcomes)
{
    private const string Key = "Result";

    internal static ExecuteWorkflowResult Of(WorkflowExecutionContext instance) => new(
        instance.Id,
        instance.Status.ToString(),
        instance.SubStatus.ToString(),
        new Dictionary<string, object?>(instance.Output),
        instance.CorrelationId,
        instance.Outcomes.Names);

    internal IReadOnlyDictionary<string, object?> ToInput() => new Dictionary<string, object?> { [Key] = PlainData.From(this) };

    internal static ExecuteWorkflowResult FromInput(IReadOnlyDictionary<string, object?> input) =>
        ValueTypes.Convert<ExecuteWorkflowResult>(input[Key])!;

    /// <summary>The outcomes of the step that executed it: <c>Done</c>, and what the workflow chose by <c>Elsa.Complete</c>.</summary>
    internal Outcomes ToOutcomes() => new([.. Outcomes.Prepend("Done").Distinct()]);
}
