namespace Pana.Engine;

/// <summary>Waits for a span of time. Waiting costs a row, no memory.</summary>
[Activity("Elsa", "Scheduling", "Delay execution for the specified amount of time.")]
public sealed class Delay : Activity
{
    /// <summary>How long.</summary>
    [Input(Description = "The amount of time to delay execution.", DefaultValue = "00:01:00")]
    public Input<TimeSpan> TimeSpan { get; set; } = new(System.TimeSpan.FromMinutes(1));

    /// <inheritdoc/>
    protected internal override ValueTask ExecuteAsync(ActivityExecutionContext context) => WaitAsync(context, context.Now + context.Get(TimeSpan));

    /// <summary>Waits until a moment; a moment that has passed completes at once.</summary>
    internal static ValueTask WaitAsync(ActivityExecutionContext context, DateTimeOffset until)
    {
        if (until <= context.Now)
        {
            return context.CompleteActivityAsync();
        }

        context.CreateBookmark(new CreateBookmarkArgs { Stimulus = new { ResumeAt = until }, DueAt = until });
        return default;
    }
}
