using Pana.Cases;
using Pana.Engine;

namespace Pana.Activities;

/// <summary>
/// Waits until a limit of the case is near: so many days before its last one, so that what is due in three months does not
/// stand among today's tasks. Goes on at once when the limit does not run or is that near already; one that was moved
/// meanwhile is waited for anew.
/// </summary>
[Activity("Pana", "Уақыт", "Мерзімнің соңғы күніне белгілі күн қалғанша күтеді.", DisplayName = "Мерзім жақындауын күту")]
public sealed class WaitUntilNear : Activity
{
    private const int DefaultDays = 30;

    /// <summary>The obligation whose limit is watched, for example <c>p21.1</c>.</summary>
    [Input(UIHint = "dropdown", Description = "Мерзімі бақыланатын міндет")]
    public Input<string> Obligation { get; set; } = default!;

    /// <summary>How many calendar days before the last day of the limit; 30 when empty.</summary>
    [Input(UIHint = "singleline", Description = "Соңғы күнге дейін неше күнтізбелік күн қалғанда", DefaultValue = DefaultDays)]
    public Input<int>? Days { get; set; }

    /// <summary>Paragraphs that give the limit; at least one.</summary>
    [Input(UIHint = "multitext", Description = "Негіздейтін тармақтар")]
    public Input<ICollection<string>> Paragraphs { get; set; } = default!;

    /// <inheritdoc />
    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var file = await context.LoadCaseAsync();
        var clock = await context.GetRequiredService<CaseClocks>().RunningAsync(file.Id, context.Get(Obligation) ?? "", context.CancellationToken);
        var days = Days is null ? DefaultDays : context.Get(Days);
        if (clock is null || clock.DueAt.AddDays(-days) <= context.Now)
        {
            await context.CompleteActivityAsync();
            return;
        }

        context.WaitUntil(clock.DueAt.AddDays(-days), ExecuteAsync);
    }
}
