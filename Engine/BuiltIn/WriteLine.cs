namespace Pana.Engine;

/// <summary>Writes a line into the journal; a server has no console that anyone reads.</summary>
[Activity("Elsa", "Console", "Write a line of text to the journal.")]
public sealed class WriteLine : CodeActivity
{
    private const int Longest = 500;

    /// <summary>The text; codes and ids only.</summary>
    [Input(Description = "The text to write.")]
    public Input<string>? Text { get; set; }

    /// <inheritdoc/>
    protected override void Execute(ActivityExecutionContext context)
    {
        var text = context.Get(Text) ?? "";
        context.JournalData["text"] = text.Length > Longest ? text[..Longest] : text;
    }
}
