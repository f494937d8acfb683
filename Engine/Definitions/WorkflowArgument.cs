namespace Pana.Engine;

/// <summary>An input or output that a workflow declares.</summary>
public sealed record WorkflowArgument(string Name, string TypeName, bool IsArray);
