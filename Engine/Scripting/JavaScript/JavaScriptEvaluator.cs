namespace Pana.Engine;

/// <summary>JavaScript expressions of a definition.</summary>
internal sealed class JavaScriptEvaluator(ScriptLimits limits) : IExpressionEvaluator
{
    private readonly JavaScriptSandbox _sandbox = new(limits);

    public string Type => "JavaScript";

    public object? Evaluate(Expression expression, ExpressionContext context) =>
        ScriptSource.Of(expression) is { Length: > 0 } source ? _sandbox.Evaluate(source, context) : null;

    public string? Check(Expression expression)
    {
        try
        {
            _sandbox.Prepare(ScriptSource.Of(expression));
            return null;
        }
        catch (ScriptException e)
        {
            return e.Message;
        }
    }
}
