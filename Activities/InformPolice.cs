using Pana.Cases;
using Pana.Engine;

namespace Pana.Activities;

/// <summary>
/// The information of p35 goes to the internal affairs body: the paper with the content that the head approved is frozen
/// and shown to that body alone, and <c>police.informed</c> is recorded.
/// </summary>
[Activity("Pana", "Іс", "Ішкі істер органына ақпарат жіберілгенін тіркейді (35-тармақ).", DisplayName = "Полицияға хабарлау")]
public sealed class InformPolice : CodeActivity
{
    /// <summary>The paper, <c>police-information</c> by default.</summary>
    [Input(UIHint = "dropdown", Description = "Қағаздың түрі", DefaultValue = "police-information")]
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
        var paper = await context.FreezeAsync(file, context.Get(Kind) is { Length: > 0 } kind ? kind : "police-information");
        if (await context.AgencyOfAsync(file, Parties.Police) is { } police)
        {
            await context.GetRequiredService<Packets>().ShareAsync(file.Id, [paper.Id], police, context.CancellationToken);
        }

        await context.RecordAsync(file, "police.informed", await context.MomentAsync(file, context.Get(OccurredAt)));
    }
}
