using System.Text.Json;
using Pana.Engine;

namespace Pana.Activities;

/// <summary>Puts a neutral message for parties into the outbox: the kind of message and the case's code, never a name. It is sent after the commit.</summary>
[Activity("Pana", "Хабарлама", "Тараптарға бейтарап хабар жібереді: тек істің коды.", DisplayName = "Хабарлау")]
public sealed class Notify : CodeActivity
{
    /// <summary>The kind under which the outbox keeps it.</summary>
    public const string OutboxKind = "notice";

    /// <summary>Parties that receive it.</summary>
    [Input(UIHint = "checklist", Description = "Кімге")]
    public Input<ICollection<string>> To { get; set; } = default!;

    /// <summary>Code of the message's text, for example <c>identification.invited</c>.</summary>
    [Input(UIHint = "singleline", Description = "Хабардың коды")]
    public Input<string> Message { get; set; } = default!;

    /// <summary>Paragraphs that demand the message; at least one.</summary>
    [Input(UIHint = "multitext", Description = "Негіздейтін тармақтар")]
    public Input<ICollection<string>> Paragraphs { get; set; } = default!;

    /// <inheritdoc />
    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var file = await context.LoadCaseAsync();
        var outbox = context.GetRequiredService<Outbox>();
        foreach (var party in context.Get(To) ?? [])
        {
            var agency = await context.AgencyOfAsync(file, party);
            var body = JsonSerializer.Serialize(new { message = context.Get(Message), @case = file.Code, organisation = file.OrganisationId, agency });

            // The execution and the party are the fact: it is told once, however often the message is added.
            context.JournalData[party] = await outbox.AddAsync(OutboxKind, body, file.CorrelationId, $"{context.Id}:{party}", context.CancellationToken);
        }
    }
}
