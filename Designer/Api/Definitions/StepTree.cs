using System.Text.Json.Nodes;
using Pana.Engine;

namespace Pana.Designer;

/// <summary>The steps of a definition as the studio's tree of nodes.</summary>
internal sealed class StepTree
{
    private static readonly string[] Drawn = ["Elsa.Flowchart", "Elsa.Sequence"];
    private readonly List<StepTree> _children = [];

    private StepTree(DefinitionActivity step, StepTree? parent)
    {
        Step = step;
        Parent = parent;
    }

    public DefinitionActivity Step { get; }

    public StepTree? Parent { get; }

    /// <summary>The nearest step around this one that the studio draws as a canvas.</summary>
    public StepTree? Container
    {
        get
        {
            var at = Parent;
            while (at is not null && !Drawn.Contains(at.Step.Type))
            {
                at = at.Parent;
            }

            return at;
        }
    }

    public static StepTree Of(JsonObject definition)
    {
        var known = new Dictionary<string, StepTree>(StringComparer.Ordinal);
        StepTree? root = null;
        foreach (var step in WorkflowDefinition.FromJson(definition).Activities)
        {
            var parent = known.GetValueOrDefault(step.NodeId[..step.NodeId.LastIndexOf(':')]);
            var node = new StepTree(step, parent);
            parent?._children.Add(node);
            known[step.NodeId] = node;
            root ??= node;
        }

        return root ?? throw new InvalidDefinitionException(null, [new(null, "$.root", EngineDefects.NoRoot)]);
    }

    public StepTree? Find(string? nodeId) => nodeId is null or "Workflow1" || Step.NodeId == nodeId
        ? this
        : _children.Select(c => nodeId.StartsWith(c.Step.NodeId, StringComparison.Ordinal) ? c.Find(nodeId) : null).FirstOrDefault(c => c is not null);

    public JsonObject ToJson() => new()
    {
        ["activity"] = Step.Json.DeepClone(),
        ["port"] = Port,
        ["nodeId"] = Step.NodeId,
        ["parents"] = new JsonArray(),
        ["children"] = Answer.Array(_children.Select(c => c.ToJson())),
    };

    /// <summary>From the outermost canvas down to this one: the step and the slot that were opened.</summary>
    public IEnumerable<JsonObject> Segments()
    {
        if (Container is not { } outer)
        {
            return [];
        }

        var opened = this;
        while (!ReferenceEquals(opened.Parent, outer))
        {
            opened = opened.Parent!;
        }

        var slot = ReferenceEquals(opened, this) ? opened : Nearest(opened);
        return outer.Segments().Append(new JsonObject
        {
            ["activityNodeId"] = opened.Step.NodeId,
            ["activityId"] = opened.Step.Id,
            ["activityType"] = opened.Step.Type,
            ["portName"] = slot.Port,
        });
    }

    private StepTree Nearest(StepTree ancestor)
    {
        var at = this;
        while (!ReferenceEquals(at.Parent, ancestor))
        {
            at = at.Parent!;
        }

        return at;
    }

    /// <summary>The slot of the parent that holds this step, as the descriptor writes it; null on a canvas.</summary>
    private string? Port
    {
        get
        {
            var path = Step.Path;
            var member = path[(path.LastIndexOf('.') + 1)..];
            return Parent is null || member.Contains('[', StringComparison.Ordinal) || member.Length == 0
                ? null
                : char.ToUpperInvariant(member[0]) + member[1..];
        }
    }
}
