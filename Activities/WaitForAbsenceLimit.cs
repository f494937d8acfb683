using Pana.Cases;
using Pana.Engine;

namespace Pana.Activities;

/// <summary>
/// Waits until an absence without notice has lasted more than three 24-hour periods, to the minute from the recorded leaving
/// (p37 2)): at 72 hours exactly it still waits.
/// </summary>
[Activity("Pana", "Уақыт", "Ескертусіз кеткен сәттен бастап үш тәуліктің өтуін минутына дейін күтеді.", DisplayName = "Үш тәуліктің өтуін күту")]
public sealed class WaitForAbsenceLimit : Activity
{
    /// <summary>Paragraphs that give the limit; at least one.</summary>
    [Input(UIHint = "multitext", Description = "Негіздейтін тармақтар")]
    public Input<ICollection<string>> Paragraphs { get; set; } = default!;

    /// <inheritdoc />
    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var file = await context.LoadCaseAsync();
        var until = await context.GetRequiredService<CaseLedger>().AbsenceLimitAsync(file, context.CancellationToken)
            ?? throw new InvalidOperationException(
                $"Step '{context.Activity.Id}' waits for the limit of an absence, but case {file.Code} has no recipient.leftWithoutNotice. Draw it after that event.");
        var over = until.AddSeconds(1);
        if (over <= context.Now)
        {
            await context.CompleteActivityAsync();
            return;
        }

        context.WaitUntil(over, OnDueAsync);
    }

    private ValueTask OnDueAsync(ActivityExecutionContext context) => ExecuteAsync(context);
}
