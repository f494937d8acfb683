namespace Pana.Engine;

/// <summary>Names the outcomes of a step, each an outgoing port in the designer.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class FlowNodeAttribute(params string[] outcomes) : Attribute
{
    /// <summary>The outcomes in the order they are drawn.</summary>
    public IReadOnlyList<string> Outcomes { get; } = outcomes;
}
