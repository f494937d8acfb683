using Pana.Engine;

namespace Pana.Tests.Designer.Example;

/// <summary>Waits until a parcel with this number is delivered or comes back.</summary>
[Activity("Example", "Delivery", "Waits until the parcel is delivered or comes back.", DisplayName = "Wait for delivery")]
[FlowNode("Delivered", "Returned")]
public sealed class WaitForDelivery : Activity
{
    [Input(Description = "The number of the parcel", UIHint = "singleline")]
    public Input<string> Number { get; set; } = default!;

    [Output(Description = "Who took it")]
    public Output<string>? TakenBy { get; set; }

    protected internal override ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        context.CreateBookmark(new CreateBookmarkArgs { Name = "Example.Delivery", Stimulus = new { Number = context.Get(Number) }, Callback = OnArrivedAsync });
        return ValueTask.CompletedTask;
    }

    private async ValueTask OnArrivedAsync(ActivityExecutionContext context)
    {
        var takenBy = context.ResumeInput.GetValueOrDefault("TakenBy") as string;
        context.Set(TakenBy, takenBy);
        await context.CompleteActivityWithOutcomesAsync(takenBy is null ? "Returned" : "Delivered");
    }
}
