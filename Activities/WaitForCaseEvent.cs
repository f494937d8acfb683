using Pana.Engine;

namespace Pana.Activities;

/// <summary>Waits until an event is recorded in this case, by a page or by another workflow of the case.</summary>
[Activity("Pana", "Іс", "Осы істе оқиғаның тіркелуін күтеді.", DisplayName = "Оқиғаны күту")]
public sealed class WaitForCaseEvent : Activity
{
    /// <summary>One of <c>Workflows/Texts/events.json</c>.</summary>
    [Input(UIHint = "dropdown", Description = "Оқиғаның аты")]
    public Input<string> EventName { get; set; } = default!;

    /// <inheritdoc />
    protected override void Execute(ActivityExecutionContext context) =>
        context.WaitForEvent(CaseEventRelay.EventNameOf(context.Get(EventName) ?? ""));
}
