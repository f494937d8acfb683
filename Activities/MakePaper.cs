using Pana.Cases;
using Pana.Engine;

namespace Pana.Activities;

/// <summary>Renders a paper of the case from its template as a draft; rendering again makes the next version.</summary>
[Activity("Pana", "Қағаздар", "Істің қағазын үлгі бойынша дайындайды.", DisplayName = "Қағаз дайындау")]
public sealed class MakePaper : CodeActivity
{
    /// <summary>One of <c>Workflows/Documents</c>, for example <c>assessment-sheet</c>.</summary>
    [Input(UIHint = "dropdown", Description = "Қағаздың түрі")]
    public Input<string> Kind { get; set; } = default!;

    /// <summary><c>kk</c> (default) or <c>ru</c>.</summary>
    [Input(UIHint = "dropdown", Description = "Тілі", DefaultValue = "kk")]
    public Input<string> Language { get; set; } = default!;

    /// <summary>Id of the task whose answers fill the paper; empty when the case alone does.</summary>
    [Input(UIHint = "singleline", Description = "Жауаптары қағазға түсетін тапсырма")]
    public Input<string>? AnswersOf { get; set; }

    /// <summary>Paragraphs that demand the paper; at least one.</summary>
    [Input(UIHint = "multitext", Description = "Негіздейтін тармақтар")]
    public Input<ICollection<string>> Paragraphs { get; set; } = default!;

    /// <summary>Id of the paper.</summary>
    [Output(Description = "Қағаздың идентификаторы")]
    public Output<string>? PaperId { get; set; }

    /// <inheritdoc />
    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var file = await context.LoadCaseAsync();
        var answers = await context.AnswersOfAsync(context.Get(AnswersOf));
        var paper = await context.MakePaperAsync(file, context.Get(Kind), context.Get(Language), answers);
        context.Set(PaperId, paper.Id.ToString());
    }
}
