namespace Pana.Engine;

/// <summary>Runs a script; it may choose the outcomes with <c>setOutcome</c>.</summary>
[Activity("Elsa", "Scripting", "Executes JavaScript code.", DisplayName = "Run JavaScript")]
public sealed class RunJavaScript : CodeActivity<object>
{
    private Expression? _script;

    /// <summary>The source.</summary>
    [Input(Description = "The script to run.", UIHint = "code-editor", DefaultSyntax = "JavaScript", Options = "javascript")]
    public Input<string>? Script { get; set; }

    /// <summary>The outcomes the script may choose, each a port.</summary>
    [Input(Description = "A list of possible outcomes. Use setOutcome(string) to set one.", UIHint = "dynamic-outcomes")]
    public Input<ICollection<string>>? PossibleOutcomes { get; set; }

    /// <inheritdoc/>
    protected internal override ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var source = context.Get(Script);
        if (string.IsNullOrWhiteSpace(source))
        {
            return default;
        }

        var script = _script is { } known && (string?)known.Value == source ? known : _script = Expression.JavaScript(source);
        context.Expressions.Outcomes = null;
        var result = context.WorkflowExecutionContext.Burst.Evaluators.Evaluate(script, context.Expressions);
        context.Set(Result, result);
        return context.Expressions.Outcomes is { Count: > 0 } outcomes ? context.CompleteActivityWithOutcomesAsync([.. outcomes]) : default;
    }
}
