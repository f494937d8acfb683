using Pana.Cases;
using Pana.Engine;

namespace Pana.Activities;

/// <summary>
/// The contract is signed by both sides (p32): its paper is frozen and <c>contract.concluded</c> recorded, from which the
/// ledger counts the term of six months (p33) and the needs assessment (p16).
/// </summary>
[Activity("Pana", "Іс", "Шарт жасалғанын тіркейді: қағаз өзгермейді, алты айлық мерзім басталады.", DisplayName = "Шарт жасалды")]
public sealed class ConcludeContract : CodeActivity
{
    /// <summary>The paper, <c>contract</c> by default.</summary>
    [Input(UIHint = "dropdown", Description = "Қағаздың түрі", DefaultValue = "contract")]
    public Input<string> Kind { get; set; } = default!;

    /// <summary>When it happened, as a form answers it; now when empty.</summary>
    [Input(UIHint = "datetime-picker", Description = "Қашан болды; бос болса – қазір")]
    public Input<string>? OccurredAt { get; set; }

    /// <summary>Paragraphs; at least one.</summary>
    [Input(UIHint = "multitext", Description = "Негіздейтін тармақтар")]
    public Input<ICollection<string>> Paragraphs { get; set; } = default!;

    /// <inheritdoc />
    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var file = await context.LoadCaseAsync();
        await context.FreezeAsync(file, context.Get(Kind) is { Length: > 0 } kind ? kind : "contract");
        await context.RecordAsync(file, "contract.concluded", await context.MomentAsync(file, context.Get(OccurredAt)));
    }
}
