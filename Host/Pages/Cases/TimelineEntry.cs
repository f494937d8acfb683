namespace Pana.Portal.Pages.Cases;

/// <summary>One line of the story: what happened or is awaited, when, by which paragraphs, in time or late.</summary>
internal sealed record TimelineEntry(string Title, DateTimeOffset? At, string When, string[] Paragraphs)
{
    public string Css { get; init; } = "";
    public string? Judgement { get; init; }
    public string Tone { get; init; } = "";
    public string? Who { get; init; }
}
