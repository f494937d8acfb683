using Pana.Cases;
using Pana.Engine;

namespace Pana.Activities;

/// <summary>Compares the staff of every organisation with the minimum norms (p22, Appendix 3) and keeps what is missing. Needs no case.</summary>
[Activity("Pana", "Ұйым", "Әр ұйымның штатын ең төменгі нормативтермен салыстырады (22-тармақ, 3-қосымша).", DisplayName = "Штатты тексеру")]
public sealed class CheckStaffing : CodeActivity
{
    /// <summary>Paragraphs; at least one.</summary>
    [Input(UIHint = "multitext", Description = "Негіздейтін тармақтар")]
    public Input<ICollection<string>> Paragraphs { get; set; } = default!;

    /// <summary>How many organisations are below a norm.</summary>
    [Output(Description = "Нормативтен төмен ұйымдар саны")]
    public Output<int>? Below { get; set; }

    /// <inheritdoc />
    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context) =>
        context.Set(Below, await context.GetRequiredService<Pana.Cases.Staffing>().CheckAsync(context.CancellationToken));
}
