namespace Pana.Engine;

/// <summary>An input or output that a workflow declares.</summary>
public sealed record WorkflowArgument(string Name, string TypeName, bool IsArray)
{
    /// <summary>A variable of the same type, to convert a value with.</summary>
    internal Variable ToVariable() => new() { Id = Name, Name = Name, TypeName = TypeName, IsArray = IsArray };
}
