namespace Pana.Engine;

/// <summary>Liquid expressions of a definition.</summary>
internal sealed class LiquidEvaluator(ScriptLimits limits) : IExpressionEvaluator
{
    private readonly LiquidTemplates _templates = new(limits);

    public string Type => "Liquid";

    public object? Evaluate(Expression expression, ExpressionContext context) =>
        _templates.Render(ScriptSource.Of(expression), template => Values(template, context));

    public string? Check(Expression expression)
    {
        try
        {
            _templates.Get(ScriptSource.Of(expression));
            return null;
        }
        catch (ScriptException e)
        {
            return e.Message;
        }
    }

    private static IEnumerable<(string Name, object? Value)> Values(LiquidTemplate template, ExpressionContext context)
    {
        if (template.Mentions("Variables"))
        {
            yield return ("Variables", context.VariableNames.Distinct(StringComparer.Ordinal).ToDictionary(name => name, context.GetVariable));
        }

        if (template.Mentions("Input"))
        {
            yield return ("Input", context.Input);
        }

        yield return ("CorrelationId", context.CorrelationId);
        yield return ("WorkflowInstanceId", context.InstanceId);
        if (template.Mentions("Workflow"))
        {
            yield return ("Workflow", Facts(context));
        }

        foreach (var (name, value) in context.Arguments)
        {
            yield return (name, value);
        }
    }

    /// <summary>Elsa's own spelling begins with a capital; ours is offered beside it.</summary>
    private static Dictionary<string, object?> Facts(ExpressionContext context)
    {
        var facts = new Dictionary<string, object?>(StringComparer.Ordinal) { ["InstanceId"] = context.InstanceId, ["InstanceName"] = context.InstanceName };
        foreach (var (name, value) in context.Workflow)
        {
            facts[name] = value;
            facts[char.ToUpperInvariant(name[0]) + name[1..]] = value;
        }

        return facts;
    }
}
