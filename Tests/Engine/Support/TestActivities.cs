using Pana.Engine;

namespace Pana.Tests.Engine;

/// <summary>Waits; leaves through the outcome named by the stimulus, or <c>Done</c>.</summary>
[Activity("Test", "Tests", "Waits to be resumed.")]
public sealed class Wait : Activity
{
    [Output]
    public Output<object>? Result { get; set; }

    protected override void Execute(ActivityExecutionContext context) =>
        context.CreateBookmark(new CreateBookmarkArgs { Stimulus = Id, Callback = ResumedAsync });

    protected internal override ValueTask CancelAsync(ActivityExecutionContext context)
    {
        context.GetRequiredService<CancelledWaits>().Ids.Add(Id);
        return default;
    }

    private ValueTask ResumedAsync(ActivityExecutionContext context)
    {
        context.Set(Result, context.ResumeInput.GetValueOrDefault("value"));
        return context.ResumeInput.GetValueOrDefault("outcome") is string outcome
            ? context.CompleteActivityWithOutcomesAsync(outcome)
            : context.CompleteActivityAsync();
    }
}

/// <summary>Throws as long as the switch says so.</summary>
[Activity("Test", "Tests", "Throws.")]
public sealed class Throws : CodeActivity
{
    protected override void Execute(ActivityExecutionContext context)
    {
        if (context.GetRequiredService<Switchboard>().Broken)
        {
            throw new InvalidOperationException("The switch is broken.");
        }
    }
}

/// <summary>Never completes and waits for nothing.</summary>
[Activity("Test", "Tests", "Does nothing for ever.")]
public sealed class Stuck : Activity;

/// <summary>An activity as somebody would write it for Elsa.</summary>
[Activity("Test", "Tests", "Doubles a number.", DisplayName = "Double it")]
public sealed class Doubles : CodeActivity<int>
{
    [Input(Description = "The number.", DefaultValue = 3)]
    public Input<int> Number { get; set; } = new(3);

    protected override void Execute(ActivityExecutionContext context) => Result.Set(context, Number.Get(context) * 2);
}

/// <summary>A composite activity as somebody would write it for Elsa: its callback is a method kept by name.</summary>
[Activity("Test", "Tests", "Runs its body twice.")]
public sealed class Twice : Activity
{
    [Port]
    public Activity? Body { get; set; }

    protected internal override ValueTask ExecuteAsync(ActivityExecutionContext context) => context.ScheduleActivityAsync(Body, OnFirstAsync);

    private ValueTask OnFirstAsync(ActivityCompletedContext context) => context.TargetContext.ScheduleActivityAsync(Body, OnSecondAsync);

    private ValueTask OnSecondAsync(ActivityCompletedContext context) => context.TargetContext.CompleteActivityAsync();
}

public sealed class CancelledWaits
{
    public List<string> Ids { get; } = [];
}

public sealed class Switchboard
{
    public bool Broken { get; set; } = true;
}

/// <summary>Leaves through the ports it is given; the designer knows none of them, so any may be connected.</summary>
[Activity("Test", "Tests", "Leaves through ports.")]
public sealed class Leave : Activity
{
    [Input]
    public Input<ICollection<string>>? Ports { get; set; }

    protected internal override ValueTask ExecuteAsync(ActivityExecutionContext context) =>
        context.CompleteActivityWithOutcomesAsync([.. context.Get(Ports)!]);
}
