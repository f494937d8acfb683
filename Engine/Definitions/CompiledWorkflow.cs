using System.Collections.Frozen;

namespace Pana.Engine;

/// <summary>A definition version made ready to run: activity objects, shared by all its instances.</summary>
internal sealed class CompiledWorkflow(WorkflowDefinition definition, WorkflowRoot root, IReadOnlyList<ActivityNode> nodes)
{
    private readonly FrozenDictionary<string, ActivityNode> _byNodeId = nodes.ToFrozenDictionary(n => n.Activity.NodeId, StringComparer.Ordinal);

    public WorkflowDefinition Definition { get; } = definition;

    public WorkflowRoot Root { get; } = root;

    public IReadOnlyList<ActivityNode> Nodes { get; } = nodes;

    /// <summary>The activities that may start the workflow.</summary>
    public IReadOnlyList<Activity> Triggers { get; } = [.. nodes.Select(n => n.Activity).Where(a => a.CanStartWorkflow)];

    public Activity Find(string nodeId) => _byNodeId.TryGetValue(nodeId, out var node)
        ? node.Activity
        : throw new InvalidOperationException(
            $"Definition '{Definition.DefinitionId}' version {Definition.Version} ({Definition.Id}) has no activity at '{nodeId}', but a stored instance is there. The version was changed after it was published; restore it.");
}
