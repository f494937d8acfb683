using Pana.Cases;
using Pana.Engine;

namespace Pana.Activities;

/// <summary>Shows the newest papers of the kinds to one agency, which sees these and nothing else of the case (p30, p35).</summary>
[Activity("Pana", "Қағаздар", "Қағаздарды бір органға ашады; орган істің басқа ештеңесін көрмейді.", DisplayName = "Қағаздарды жіберу")]
public sealed class SharePapers : CodeActivity
{
    /// <summary>Kinds of papers; each must have been made.</summary>
    [Input(UIHint = "checklist", Description = "Қағаздардың түрлері")]
    public Input<ICollection<string>> Kinds { get; set; } = default!;

    /// <summary><c>authority</c> (default) or <c>police</c>.</summary>
    [Input(UIHint = "dropdown", Description = "Алатын орган", DefaultValue = Parties.Authority)]
    public Input<string> Party { get; set; } = default!;

    /// <summary>Paragraphs that demand the sending; at least one.</summary>
    [Input(UIHint = "multitext", Description = "Негіздейтін тармақтар")]
    public Input<ICollection<string>> Paragraphs { get; set; } = default!;

    /// <inheritdoc />
    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var file = await context.LoadCaseAsync();
        var party = context.Get(Party) is { Length: > 0 } given ? given : Parties.Authority;
        var agency = await context.AgencyOfAsync(file, party)
            ?? throw new InvalidOperationException($"Step '{Id}' sends papers to an agency; its party is '{party}'. Choose {Parties.Authority} or {Parties.Police}.");
        List<Guid> papers = [];
        foreach (var kind in context.Get(Kinds) ?? [])
        {
            papers.Add((await context.NewestPaperAsync(file, kind)).Id);
        }

        await context.GetRequiredService<Packets>().ShareAsync(file.Id, papers, agency, context.CancellationToken);
        context.JournalData["agency"] = agency.ToString();
    }
}
