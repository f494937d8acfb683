namespace Pana.Engine;

/// <summary>Repeats its body for each number of a range.</summary>
[Activity("Elsa", "Looping", "Iterate over a sequence of steps between a start and an end number.")]
public sealed class For : Loop
{
    private const string CurrentProperty = "current";

    /// <summary>The first number.</summary>
    [Input(Description = "The starting number.")]
    public Input<int> Start { get; set; } = new(0);

    /// <summary>The last number.</summary>
    [Input(Description = "The ending number.")]
    public Input<int> End { get; set; } = new(0);

    /// <summary>The distance between two numbers, a positive one; the direction follows from start and end.</summary>
    [Input(Description = "The number to increment or decrement by.")]
    public Input<int> Step { get; set; } = new(1);

    /// <summary>Whether the last number is run too.</summary>
    [Input(Description = "Controls whether the end is inclusive.", DefaultValue = true)]
    public Input<bool> OuterBoundInclusive { get; set; } = new(true);

    /// <summary>The number of the current round.</summary>
    [Output]
    public Output<object>? CurrentValue { get; set; }

    /// <inheritdoc/>
    protected internal override ValueTask ExecuteAsync(ActivityExecutionContext context) => RunRoundAsync(context, context.Get(Start));

    /// <inheritdoc/>
    protected internal override ValueTask OnChildCompletedAsync(ActivityCompletedContext context)
    {
        var owner = context.TargetContext;
        var step = Math.Abs(owner.Get(Step));
        var current = owner.GetProperty<int>(CurrentProperty);
        return RunRoundAsync(owner, owner.Get(End) >= owner.Get(Start) ? current + step : current - step);
    }

    private ValueTask RunRoundAsync(ActivityExecutionContext context, int current)
    {
        var start = context.Get(Start);
        var end = context.Get(End);
        var upwards = end >= start;
        var within = context.Get(OuterBoundInclusive)
            ? upwards ? current <= end : current >= end
            : upwards ? current < end : current > end;
        if (Body is null || !within)
        {
            return context.CompleteActivityAsync();
        }

        context.SetProperty(CurrentProperty, current);
        context.Set(CurrentValue, current);
        context.Schedule(Body, variables: new Dictionary<string, object?> { ["CurrentValue"] = current });
        return default;
    }
}
