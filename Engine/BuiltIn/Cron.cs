using Cronos;

namespace Pana.Engine;

/// <summary>Waits for the next occurrence of a cron expression, in UTC; as a trigger it starts the workflow at each.</summary>
[Activity("Elsa", "Scheduling", "Trigger workflow execution at a specific interval using a CRON expression.", Kind = ActivityKind.Trigger)]
public sealed class Cron : Activity
{
    /// <summary>The expression, with five fields or, with seconds, six.</summary>
    [Input(Description = "The CRON expression at which the timer should execute.", IsRequired = true)]
    public Input<string>? CronExpression { get; set; }

    /// <inheritdoc/>
    protected internal override ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        if (context.IsTriggerOfWorkflow)
        {
            return context.CompleteActivityAsync();
        }

        var text = context.Get(CronExpression) ?? "";
        var next = Next(text, context.Now) ?? throw new InvalidOperationException(
            $"The cron expression '{text}' never occurs again after {context.Now:u}. Correct it, for example to '0 9 * * 1-5'.");
        return Delay.WaitAsync(context, next);
    }

    /// <summary>The first occurrence after a moment; null when there is none.</summary>
    /// <exception cref="CronFormatException">The text is no cron expression.</exception>
    internal static DateTimeOffset? Next(string text, DateTimeOffset after)
    {
        var format = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length > 5 ? CronFormat.IncludeSeconds : CronFormat.Standard;
        return Cronos.CronExpression.Parse(text, format).GetNextOccurrence(after, TimeZoneInfo.Utc);
    }
}
