namespace Pana.Engine;

/// <summary>Evaluates one expression type, such as JavaScript or Liquid.</summary>
internal interface IExpressionEvaluator
{
    /// <summary>The expression type as definitions write it.</summary>
    string Type { get; }

    /// <summary>Returns plain data: null, string, bool, number, date, list or dictionary.</summary>
    object? Evaluate(Expression expression, ExpressionContext context);

    /// <summary>Looks at the source when a definition is checked; returns what is wrong with it, or null.</summary>
    string? Check(Expression expression) => null;
}
