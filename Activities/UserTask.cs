using Pana.Cases;
using Pana.Engine;

namespace Pana.Activities;

/// <summary>
/// Opens a form for people of one party and waits until one of them has answered. Its outcomes are the buttons of the
/// form. Only answers marked as facts leave it, and of those only the ones named in <see cref="KeepFacts"/>.
/// </summary>
[Activity("Pana", "Адамдар", "Нысанды рөлдегі адамға ашып, жауабын күтеді.", DisplayName = "Тапсырма")]
public sealed class UserTask : Activity
{
    private const string BookmarkKey = "BookmarkId";
    private const string LentKey = "LentPapers";
    private const string AgencyKey = "AgencyId";

    /// <summary>The form, one of <c>Workflows/Forms</c>.</summary>
    [Input(UIHint = "dropdown", Description = "Толтырылатын нысан")]
    public Input<string> Form { get; set; } = default!;

    /// <summary>Codes of the roles that may answer.</summary>
    [Input(UIHint = "checklist", Description = "Жауап бере алатын рөлдер")]
    public Input<ICollection<string>> Roles { get; set; } = default!;

    /// <summary><c>organisation</c> (default), <c>authority</c> or <c>police</c>.</summary>
    [Input(UIHint = "dropdown", Description = "Тапсырма кімге: ұйымға, уәкілетті органға, полицияға", DefaultValue = Parties.Organisation)]
    public Input<string> Party { get; set; } = default!;

    /// <summary>Title in Kazakh without personal data; the form's own title when empty.</summary>
    [Input(UIHint = "singleline", Description = "Тапсырманың атауы (жеке деректерсіз)")]
    public Input<string> Title { get; set; } = default!;

    /// <summary>Title in Russian.</summary>
    [Input(UIHint = "singleline", Description = "Атауы орысша")]
    public Input<string> TitleRu { get; set; } = default!;

    /// <summary>Title in English.</summary>
    [Input(UIHint = "singleline", Description = "Атауы ағылшынша")]
    public Input<string> TitleEn { get; set; } = default!;

    /// <summary>Paragraphs of the Standard that demand the task; at least one.</summary>
    [Input(UIHint = "multitext", Description = "Негіздейтін тармақтар")]
    public Input<ICollection<string>> Paragraphs { get; set; } = default!;

    /// <summary>The obligation whose clock gives the due time, for example <c>p28.1</c>; empty for none.</summary>
    [Input(UIHint = "dropdown", Description = "Мерзімін беретін міндет")]
    public Input<string> Obligation { get; set; } = default!;

    /// <summary>Kinds of papers shown with the task. An agency sees them while the task is open, unless they were sent to it.</summary>
    [Input(UIHint = "checklist", Description = "Бірге көрсетілетін қағаздар")]
    public Input<ICollection<string>> Papers { get; set; } = default!;

    /// <summary>Keys of fact answers handed to the workflow.</summary>
    [Input(UIHint = "multitext", Description = "Рәсімге берілетін фактілер (тек «fact» белгісі барлар)")]
    public Input<ICollection<string>> KeepFacts { get; set; } = default!;

    /// <summary>Outcomes: the buttons of the form, or <c>Done</c>.</summary>
    [Input(UIHint = "dynamic-outcomes", Description = "Нәтижелер: нысанның түймелері")]
    public Input<ICollection<string>> Outcomes { get; set; } = default!;

    /// <summary>The chosen outcome.</summary>
    [Output(Description = "Таңдалған нәтиже")]
    public Output<string>? Outcome { get; set; }

    /// <summary>The kept facts by key.</summary>
    [Output(Description = "Фактілер")]
    public Output<IDictionary<string, object?>>? Facts { get; set; }

    /// <summary>Id of the task, so that a later step can sign or print what was answered.</summary>
    [Output(Description = "Тапсырманың идентификаторы")]
    public Output<string>? TaskId { get; set; }

    /// <inheritdoc />
    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var file = await context.LoadCaseAsync();
        var form = context.GetRequiredService<FormCatalog>().Get(context.Get(Form) ?? "");
        var party = context.Get(Party) is { Length: > 0 } given ? given : Parties.Organisation;
        var agency = await context.AgencyOfAsync(file, party);
        var papers = await context.NewestPapersAsync(file, [.. context.Get(Papers) ?? []]);
        var bookmark = context.CreateBookmark(new CreateBookmarkArgs
        {
            Name = "Pana.UserTask",
            Stimulus = new { Activity = context.Id },
            Callback = OnAnsweredAsync,
        });
        var task = await context.GetRequiredService<UserTasks>().OpenAsync(
            new NewUserTask
            {
                CaseId = file.Id,
                WorkflowInstanceId = context.WorkflowExecutionContext.Id,
                BookmarkId = bookmark.Id,
                ActivityId = Id,
                FormId = form.Id,
                FormVersion = form.Version,
                Title = TitleOf(context, form),
                Roles = [.. context.Get(Roles) ?? []],
                OrganisationId = agency is null ? file.OrganisationId : null,
                AgencyId = agency,
                ObligationId = context.Get(Obligation) is { Length: > 0 } obligation ? obligation : null,
                Paragraphs = [.. context.Get(Paragraphs) ?? []],
                PaperIds = [.. papers.Select(paper => paper.Id)],
            },
            context.CancellationToken);
        context.SetProperty(BookmarkKey, bookmark.Id);
        context.JournalData["task"] = task.Id.ToString();
        if (agency is { } lender)
        {
            await LendAsync(context, file, papers, lender);
        }
    }

    /// <inheritdoc />
    protected override async ValueTask CancelAsync(ActivityExecutionContext context)
    {
        if (context.GetProperty<string>(BookmarkKey) is { } bookmark)
        {
            await context.GetRequiredService<UserTasks>().WithdrawAsync(bookmark, context.CancellationToken);
        }

        await ReturnAsync(context);
    }

    private async ValueTask OnAnsweredAsync(ActivityExecutionContext context)
    {
        var input = context.ResumeInput;
        var outcome = input.GetValueOrDefault("Outcome") as string ?? FormDefinition.DefaultOutcome;
        var keep = (context.Get(KeepFacts) ?? []).ToHashSet(StringComparer.Ordinal);
        var facts = (input.GetValueOrDefault("Facts") as IEnumerable<KeyValuePair<string, object?>> ?? [])
            .Where(fact => keep.Contains(fact.Key))
            .ToDictionary(fact => fact.Key, fact => fact.Value, StringComparer.Ordinal);
        context.Set(Outcome, outcome);
        context.Set(Facts, facts);
        context.Set(TaskId, input.GetValueOrDefault("TaskId")?.ToString());
        await ReturnAsync(context);
        await context.CompleteActivityWithOutcomesAsync(outcome);
    }

    private LocalizedText TitleOf(ActivityExecutionContext context, FormDefinition form) => new(
        context.Get(Title) is { Length: > 0 } kk ? kk : form.Title.Kk,
        context.Get(TitleRu) is { Length: > 0 } ru ? ru : form.Title.Ru,
        context.Get(TitleEn) is { Length: > 0 } en ? en : form.Title.En);

    /// <summary>The signer reads what is signed (appendix 5): papers not yet sent to the agency are lent for the life of the task.</summary>
    private static async Task LendAsync(ActivityExecutionContext context, Case file, IReadOnlyList<Paper> papers, Guid agency)
    {
        var lent = await PaperLending.NotYetSharedAsync(context, papers, agency);
        if (lent.Count > 0)
        {
            await context.GetRequiredService<Packets>().ShareAsync(file.Id, lent, agency, context.CancellationToken);
            context.SetProperty(LentKey, string.Join(',', lent));
            context.SetProperty(AgencyKey, agency.ToString());
        }
    }

    private static async Task ReturnAsync(ActivityExecutionContext context)
    {
        if (context.GetProperty<string>(LentKey) is { Length: > 0 } lent)
        {
            var file = await context.LoadCaseAsync();
            await context.GetRequiredService<Packets>().RecallAsync(
                file.Id, [.. lent.Split(',').Select(Guid.Parse)], Guid.Parse(context.GetProperty<string>(AgencyKey)!), context.CancellationToken);
        }
    }
}
