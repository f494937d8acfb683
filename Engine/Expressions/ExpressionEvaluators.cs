namespace Pana.Engine;

/// <summary>The evaluators by expression type.</summary>
internal sealed class ExpressionEvaluators
{
    private readonly Dictionary<string, IExpressionEvaluator> _byType = new(StringComparer.Ordinal);

    public ExpressionEvaluators(IEnumerable<IExpressionEvaluator> evaluators)
    {
        foreach (var evaluator in evaluators)
        {
            _byType[evaluator.Type] = evaluator;
        }
    }

    public IReadOnlyCollection<string> Types => _byType.Keys;

    public object? Evaluate(Expression expression, ExpressionContext context) =>
        Find(expression.Type) is { } evaluator
            ? evaluator.Evaluate(expression, context)
            : throw new InvalidOperationException(
                $"Expression type '{expression.Type}' is not offered here. Offered: {string.Join(", ", _byType.Keys.Order(StringComparer.Ordinal))}. Rewrite the expression in one of these.");

    public IExpressionEvaluator? Find(string type) => _byType.GetValueOrDefault(type);
}
