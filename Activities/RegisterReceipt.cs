using Pana.Cases;
using Pana.Engine;

namespace Pana.Activities;

/// <summary>The agency has registered what was sent to it: the papers carry the time of receipt and the event starts the limit (p31).</summary>
[Activity("Pana", "Қағаздар", "Органның қағаздарды алғанын тіркейді: мерзім осы күннен басталады.", DisplayName = "Алынғанын тіркеу")]
public sealed class RegisterReceipt : CodeActivity
{
    /// <summary>The event to record, <c>documents.receivedByAuthority</c> by default.</summary>
    [Input(UIHint = "dropdown", Description = "Оқиғаның аты", DefaultValue = "documents.receivedByAuthority")]
    public Input<string> EventName { get; set; } = default!;

    /// <summary><c>authority</c> (default) or <c>police</c>.</summary>
    [Input(UIHint = "dropdown", Description = "Алған орган", DefaultValue = Parties.Authority)]
    public Input<string> Party { get; set; } = default!;

    /// <summary>When it happened, as a form answers it; now when empty.</summary>
    [Input(UIHint = "datetime-picker", Description = "Қашан болды; бос болса – қазір")]
    public Input<string>? OccurredAt { get; set; }

    /// <summary>Paragraphs that demand the registration; at least one.</summary>
    [Input(UIHint = "multitext", Description = "Негіздейтін тармақтар")]
    public Input<ICollection<string>> Paragraphs { get; set; } = default!;

    /// <inheritdoc />
    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var file = await context.LoadCaseAsync();
        var party = context.Get(Party) is { Length: > 0 } given ? given : Parties.Authority;
        if (await context.AgencyOfAsync(file, party) is { } agency)
        {
            await context.GetRequiredService<Packets>().ReceiveAsync(file.Id, agency, context.CancellationToken);
        }

        await context.RecordAsync(file, context.Get(EventName) is { Length: > 0 } name ? name : "documents.receivedByAuthority", await context.MomentAsync(file, context.Get(OccurredAt)));
    }
}
