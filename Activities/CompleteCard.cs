using Pana.Cases;
using Pana.Engine;

namespace Pana.Activities;

/// <summary>
/// The registration card is completed (p34, appendix 7): it is rendered from the answers, signed by the specialist who
/// filled it, frozen, and <c>registrationCard.completed</c> is recorded, from which the portal entry is due.
/// </summary>
[Activity("Pana", "Іс", "Тіркеу карточкасын ресімдеп, толтырылғанын тіркейді.", DisplayName = "Карточка толтырылды")]
public sealed class CompleteCard : CodeActivity
{
    /// <summary>The paper, <c>registration-card</c> by default.</summary>
    [Input(UIHint = "dropdown", Description = "Қағаздың түрі", DefaultValue = "registration-card")]
    public Input<string> Kind { get; set; } = default!;

    /// <summary><c>kk</c> (default) or <c>ru</c>.</summary>
    [Input(UIHint = "dropdown", Description = "Тілі", DefaultValue = "kk")]
    public Input<string> Language { get; set; } = default!;

    /// <summary>Id of the task that filled the card.</summary>
    [Input(UIHint = "singleline", Description = "Карточканы толтырған тапсырма")]
    public Input<string>? Task { get; set; }

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
        var kind = context.Get(Kind) is { Length: > 0 } given ? given : "registration-card";
        var task = await context.FindTaskAsync(context.Get(Task));
        var answers = await context.AnswersOfAsync(context.Get(Task));
        var paper = await context.MakePaperAsync(file, kind, context.Get(Language), answers);
        if (answers?.Text("citizenSigned") is "signed" or "representative")
        {
            // Before the specialist: the specialist's signature completes the card and freezes it.
            await context.SignAsync(paper, "recipient", task, null);
        }

        await context.SignForStaffAsync(file, kind, task);
        await context.FreezeAsync(file, kind);
        await context.RecordAsync(file, "registrationCard.completed", await context.MomentAsync(file, context.Get(OccurredAt)));
    }
}
