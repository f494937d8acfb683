namespace Pana.Engine;

/// <summary>A value that a step gives, bound in the definition to a variable or a workflow output.</summary>
public abstract class Output
{
    private protected Output(string? targetId) => TargetId = targetId;

    /// <summary>The id of the variable, or the name of the workflow output, that receives the value.</summary>
    public string? TargetId { get; }

    /// <summary>The property name in the descriptor, set by the compiler.</summary>
    internal string Name { get; set; } = "";
}
