using System.Text.Json.Nodes;
using Pana.Cases;
using Pana.Engine;

namespace Pana.Activities;

/// <summary>
/// Records an event in the case's history: the state moves, clocks start and stop, and whoever waits for the event is
/// woken at the end of the same burst.
/// </summary>
[Activity("Pana", "Іс", "Істің тарихына оқиға жазады: күй өзгереді, мерзімдер басталады және тоқтайды.", DisplayName = "Оқиғаны тіркеу")]
public sealed class RecordEvent : CodeActivity
{
    private const int LongestCode = 32;

    /// <summary>One of <c>Workflows/Texts/events.json</c>.</summary>
    [Input(UIHint = "dropdown", Description = "Оқиғаның аты")]
    public Input<string> EventName { get; set; } = default!;

    /// <summary>When it happened, as a form answers it: a moment or a date in the organisation's own time; now when empty.</summary>
    [Input(UIHint = "datetime-picker", Description = "Қашан болды; бос болса – қазір")]
    public Input<string>? OccurredAt { get; set; }

    /// <summary>The task that led to the event; its id is kept with it.</summary>
    [Input(UIHint = "singleline", Description = "Оқиғаға әкелген тапсырма")]
    public Input<string>? Task { get; set; }

    /// <summary>A chosen answer that reports count, for example <c>yes</c>: a short code, never words of a person; kept with the event.</summary>
    [Input(UIHint = "singleline", Description = "Оқиғамен бірге сақталатын код: тізімнен таңдалған жауап")]
    public Input<string>? Code { get; set; }

    /// <summary>Paragraphs that the event carries out; at least one.</summary>
    [Input(UIHint = "multitext", Description = "Негіздейтін тармақтар")]
    public Input<ICollection<string>> Paragraphs { get; set; } = default!;

    /// <inheritdoc />
    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var file = await context.LoadCaseAsync();
        var task = await context.FindTaskAsync(context.Get(Task));
        JsonObject data = [];
        if (task is not null)
        {
            data["task"] = task.Id.ToString();
        }

        if (context.Get(Code) is { Length: > 0 } code)
        {
            data[CaseEvent.Code] = Checked(context, code);
        }

        await context.RecordAsync(file, context.Get(EventName) ?? "", await context.MomentAsync(file, context.Get(OccurredAt)), data.Count == 0 ? null : data);
    }

    private static string Checked(ActivityExecutionContext context, string code) => code.Length <= LongestCode && code.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_')
        ? code
        : throw new InvalidOperationException(
            $"Step '{context.Activity.Id}' expects a code of at most {LongestCode} letters, digits, hyphens or underscores, got {code.Length} characters of something else. Bind it to a fact that is a choice.");
}
