using Pana.Cases;
using Pana.Engine;

namespace Pana.Activities;

/// <summary>Gives the papers of a refusal (p13, p30): each is rendered from the task's answers, signed by who refused and frozen. The state was moved by the event that led here.</summary>
[Activity("Pana", "Іс", "Бас тарту қағаздарын ресімдейді және өзгермейтін етеді.", DisplayName = "Қызметтен бас тарту")]
public sealed class RefuseServices : CodeActivity
{
    /// <summary>Kinds of papers to give, for example <c>refusal</c> and <c>healthcare-referral</c>.</summary>
    [Input(UIHint = "checklist", Description = "Берілетін қағаздар")]
    public Input<ICollection<string>> Kinds { get; set; } = default!;

    /// <summary><c>kk</c> (default) or <c>ru</c>.</summary>
    [Input(UIHint = "dropdown", Description = "Тілі", DefaultValue = "kk")]
    public Input<string> Language { get; set; } = default!;

    /// <summary>Id of the task that recorded the refusal.</summary>
    [Input(UIHint = "singleline", Description = "Бас тартуды жазған тапсырма")]
    public Input<string>? Task { get; set; }

    /// <summary>Paragraphs; at least one.</summary>
    [Input(UIHint = "multitext", Description = "Негіздейтін тармақтар")]
    public Input<ICollection<string>> Paragraphs { get; set; } = default!;

    /// <inheritdoc />
    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var file = await context.LoadCaseAsync();
        var task = await context.FindTaskAsync(context.Get(Task));
        var answers = await context.AnswersOfAsync(context.Get(Task));
        foreach (var kind in context.Get(Kinds) ?? [])
        {
            await context.MakePaperAsync(file, kind, context.Get(Language), answers);
            await context.SignForStaffAsync(file, kind, task);
            await context.FreezeAsync(file, kind);
        }
    }
}
