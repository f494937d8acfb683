namespace Pana.Engine;

/// <summary>Runs one of two activities.</summary>
[Activity("Elsa", "Branching", "Evaluate a Boolean condition to determine which activity to execute next.")]
public sealed class If : Activity
{
    /// <summary>The condition.</summary>
    [Input(Description = "The condition to evaluate.", UIHint = "singleline")]
    public Input<bool> Condition { get; set; } = new(false);

    /// <summary>What the condition gave.</summary>
    [Output]
    public Output<bool>? Result { get; set; }

    /// <summary>Runs when the condition is true.</summary>
    [Port]
    public Activity? Then { get; set; }

    /// <summary>Runs when it is false.</summary>
    [Port]
    public Activity? Else { get; set; }

    /// <inheritdoc/>
    protected internal override ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var condition = context.Get(Condition);
        context.Set(Result, condition);
        if ((condition ? Then : Else) is not { } next)
        {
            return context.CompleteActivityAsync();
        }

        context.Schedule(next);
        return default;
    }
}
