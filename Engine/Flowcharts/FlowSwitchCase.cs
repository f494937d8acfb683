using System.Text.Json.Nodes;

namespace Pana.Engine;

/// <summary>A case of a switch in a flowchart: its label is the port.</summary>
public sealed record FlowSwitchCase(string Label, Expression? Condition)
{
    internal static IEnumerable<JsonObject> ReadAll(JsonNode? cases) => (cases as JsonArray ?? []).OfType<JsonObject>();

    internal static FlowSwitchCase Read(JsonObject json) => new(WorkflowDefinition.Text(json["label"]) ?? "", ActivityBinding.ReadExpression(json["condition"]));

    internal static bool Matches(Expression? condition, ActivityExecutionContext context) =>
        condition is not null && ValueTypes.Convert<bool>(context.WorkflowExecutionContext.Burst.Evaluators.Evaluate(condition, context.Expressions));
}
