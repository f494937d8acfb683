namespace Pana.Engine;

/// <summary>Tells an owner which child completed and with what result.</summary>
public readonly record struct ActivityCompletedContext(ActivityExecutionContext TargetContext, ActivityExecutionContext ChildContext, object? Result);
