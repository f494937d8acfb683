using System.Text.Json.Nodes;

namespace Pana.Engine;

/// <summary>
/// Makes activity objects from a definition. A type that is not in the catalogue is another definition when the step says
/// so; any other becomes <see cref="NotFoundActivity"/>, which faults only when it runs.
/// </summary>
internal sealed class DefinitionCompiler(ActivityCatalog catalog)
{
    internal const string WorkflowNodeId = "Workflow1";

    public CompiledWorkflow Compile(WorkflowDefinition definition)
    {
        var nodes = new List<ActivityNode>();
        var root = new WorkflowRoot { Id = WorkflowNodeId, NodeId = WorkflowNodeId, Type = "Elsa.Workflow" };
        root.Node = new ActivityNode(root, null, catalog.BindingOf(typeof(WorkflowRoot))) { Variables = definition.Variables };
        nodes.Add(root.Node);
        if (definition.Root is { } json)
        {
            root.Root = CompileActivity(json, root.Node, nodes);
        }

        return new CompiledWorkflow(definition, root, nodes);
    }

    private Activity CompileActivity(JsonObject json, ActivityNode parent, List<ActivityNode> nodes)
    {
        var type = WorkflowDefinition.Text(json["type"]) ?? "";
        var binding = catalog.BindingOf(catalog.Find(type)?.ClrType ?? (UsedDefinition.Read(json) is null ? typeof(NotFoundActivity) : typeof(WorkflowDefinitionActivity)));
        var activity = binding.Create();
        activity.Id = WorkflowDefinition.Text(json["id"]) ?? "";
        activity.NodeId = $"{parent.Activity.NodeId}:{activity.Id}";
        activity.Type = type;
        activity.Version = WorkflowDefinition.Number(json["version"]) ?? 1;
        activity.Name = WorkflowDefinition.Text(json["name"]);
        activity.CustomProperties = json["customProperties"]?.DeepClone() as JsonObject ?? [];
        activity.Metadata = json["metadata"]?.DeepClone() as JsonObject ?? [];
        var node = new ActivityNode(activity, parent, binding) { Variables = [.. WorkflowDefinition.ReadVariables(json["variables"])] };
        activity.Node = node;
        parent.Children.Add(node);
        nodes.Add(node);
        binding.Bind(activity, json, child => CompileActivity(child, node, nodes));
        return activity;
    }
}
