namespace Pana.Engine;

/// <summary>Repeats its body while a condition holds.</summary>
[Activity("Elsa", "Looping", "Execute an activity while a given condition evaluates to true.")]
public sealed class While : Loop
{
    /// <summary>The condition, evaluated before each round.</summary>
    [Input(Description = "The condition to evaluate.", UIHint = "singleline", AutoEvaluate = false)]
    public Input<bool> Condition { get; set; } = new(false);

    /// <inheritdoc/>
    protected internal override ValueTask ExecuteAsync(ActivityExecutionContext context) => RunRoundAsync(context);

    /// <inheritdoc/>
    protected internal override ValueTask OnChildCompletedAsync(ActivityCompletedContext context) => RunRoundAsync(context.TargetContext);

    private ValueTask RunRoundAsync(ActivityExecutionContext context)
    {
        if (Body is null || !context.EvaluateAgain(Condition))
        {
            return context.CompleteActivityAsync();
        }

        context.Schedule(Body);
        return default;
    }
}
