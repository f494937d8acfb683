using Pana.Cases;
using Pana.Engine;

namespace Pana.Activities;

/// <summary>Waits for a number of working days by the working calendar and goes on at the beginning of the day after the last one.</summary>
[Activity("Pana", "Уақыт", "Жұмыс күндерін күтеді: демалыс және мереке күндері саналмайды.", DisplayName = "Жұмыс күндерін күту")]
public sealed class WaitWorkingDays : Activity
{
    /// <summary>How many working days; the day the step begins is not counted (Q1).</summary>
    [Input(UIHint = "singleline", Description = "Жұмыс күндерінің саны", DefaultValue = 1)]
    public Input<int> Days { get; set; } = default!;

    /// <inheritdoc />
    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var file = await context.LoadCaseAsync();
        var zone = await context.ZoneOfAsync(file);
        var now = context.GetRequiredService<TimeProvider>().GetUtcNow();
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);
        var last = context.GetRequiredService<WorkingCalendar>().AddWorkingDays(today, context.Get(Days));
        var midnight = last.AddDays(1).ToDateTime(TimeOnly.MinValue);
        context.WaitUntil(new DateTimeOffset(midnight, zone.GetUtcOffset(midnight)));
    }
}
