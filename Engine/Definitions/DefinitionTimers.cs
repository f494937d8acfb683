using Cronos;

namespace Pana.Engine;

/// <summary>The recurring starts of a definition: its timers, cron expressions and moments that may start it.</summary>
internal sealed class DefinitionTimers(DefinitionCompiler compiler, TimeProvider time)
{
    public IReadOnlyCollection<TimerRow> Of(WorkflowDefinition definition)
    {
        var timers = new List<TimerRow>();
        foreach (var activity in compiler.Compile(definition).Triggers)
        {
            var (schedule, due) = ScheduleOf(activity);
            if (due is { } at)
            {
                timers.Add(new TimerRow
                {
                    Id = Guid.CreateVersion7(time.GetUtcNow()).ToString("N"),
                    DefinitionId = definition.DefinitionId,
                    DefinitionVersionId = definition.Id,
                    ActivityId = activity.Id,
                    Schedule = schedule,
                    DueAt = at,
                });
            }
        }

        return timers;
    }

    private (string? Schedule, DateTimeOffset? Due) ScheduleOf(Activity activity)
    {
        var now = time.GetUtcNow();
        switch (activity)
        {
            case Timer timer when timer.Interval.Constant() is { } interval && interval > TimeSpan.Zero:
                return (interval.ToString("c"), now + interval);
            case Cron cron when cron.CronExpression.Constant() is { } text:
                return (text, Cron.Next(text, now));
            case StartAt start when start.DateTime.Constant() is { } at && at > now:
                return (null, at);
            default:
                return default;
        }
    }
}
