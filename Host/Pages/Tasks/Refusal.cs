namespace Pana.Portal.Pages.Tasks;

/// <summary>Why the act was not done, in the reader's words.</summary>
internal sealed record Refusal(string Title, string Text);
