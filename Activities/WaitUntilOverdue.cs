using Pana.Cases;
using Pana.Engine;

namespace Pana.Activities;

/// <summary>
/// Waits until a limit of the case has run out: the first moment after its last day. Leaves by <c>Overdue</c>, or by
/// <c>Ended</c> when the act was done, or the duty fell away, before that. A limit that was moved meanwhile is waited for anew.
/// </summary>
[Activity("Pana", "Уақыт", "Мерзімнің өтуін күтеді; мерзім ішінде орындалса, екінші шығыспен кетеді.", DisplayName = "Мерзім өтуін күту")]
[FlowNode(Overdue, Ended)]
public sealed class WaitUntilOverdue : Activity
{
    /// <summary>The last day has passed and the act was not recorded.</summary>
    public const string Overdue = "Overdue";

    /// <summary>The limit no longer runs.</summary>
    public const string Ended = "Ended";

    /// <summary>The obligation whose limit is watched, for example <c>p28.1</c>.</summary>
    [Input(UIHint = "dropdown", Description = "Мерзімі бақыланатын міндет")]
    public Input<string> Obligation { get; set; } = default!;

    /// <summary>Paragraphs that give the limit; at least one.</summary>
    [Input(UIHint = "multitext", Description = "Негіздейтін тармақтар")]
    public Input<ICollection<string>> Paragraphs { get; set; } = default!;

    /// <inheritdoc />
    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var file = await context.LoadCaseAsync();
        var clock = await context.GetRequiredService<CaseClocks>().RunningAsync(file.Id, context.Get(Obligation) ?? "", context.CancellationToken);
        if (clock is null)
        {
            await context.CompleteActivityWithOutcomesAsync(Ended);
            return;
        }

        // The clock shows the last second of its day; the day after it begins with the next one.
        var over = clock.DueAt.AddSeconds(1);
        if (over <= context.Now)
        {
            context.JournalData["clock"] = clock.Id.ToString();
            await context.CompleteActivityWithOutcomesAsync(Overdue);
            return;
        }

        context.WaitUntil(over, OnDueAsync);
    }

    private ValueTask OnDueAsync(ActivityExecutionContext context) => ExecuteAsync(context);
}
