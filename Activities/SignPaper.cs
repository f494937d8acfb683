using System.Text.Json.Nodes;
using Pana.Cases;
using Pana.Engine;

namespace Pana.Activities;

/// <summary>
/// Puts the signature of the person who completed a task on a paper, for one group of signers; what the task's form says
/// of another opinion is recorded as a dissent. The last required signature freezes the paper.
/// </summary>
[Activity("Pana", "Қағаздар", "Тапсырманы орындаған адамның қолтаңбасын қағазға түсіреді; ерекше пікір де жазылады.", DisplayName = "Қол қою")]
public sealed class SignPaper : CodeActivity
{
    private const string DefaultDissentField = "dissentText";

    /// <summary>The kind of paper; its newest version is signed.</summary>
    [Input(UIHint = "dropdown", Description = "Қағаздың түрі")]
    public Input<string> Kind { get; set; } = default!;

    /// <summary>The group of signers, one of the paper's own.</summary>
    [Input(UIHint = "singleline", Description = "Қол қоюшылар тобы")]
    public Input<string> Group { get; set; } = default!;

    /// <summary>Id of the signing task; the acting person signs when it is empty.</summary>
    [Input(UIHint = "singleline", Description = "Қол қою тапсырмасы")]
    public Input<string>? Task { get; set; }

    /// <summary>Answer of the task's form with the words of the other opinion.</summary>
    [Input(UIHint = "singleline", Description = "Ерекше пікір жазылатын жауап", DefaultValue = DefaultDissentField)]
    public Input<string>? DissentField { get; set; }

    /// <inheritdoc />
    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var file = await context.LoadCaseAsync();
        var paper = await context.NewestPaperAsync(file, context.Get(Kind) ?? "");
        var task = await context.FindTaskAsync(context.Get(Task));
        var field = context.Get(DissentField) is { Length: > 0 } given ? given : DefaultDissentField;
        var group = context.Get(Group) ?? "";
        await context.SignAsync(paper, group, task, field);
        if (paper.Signatures.Any(signature => signature.Group == group && signature.Dissents && signature.SignerId == context.SignerOf(task).UserId))
        {
            await context.RecordAsync(file, "paper.dissented", data: new JsonObject { ["paper"] = paper.Id.ToString(), ["group"] = group });
        }
    }
}
