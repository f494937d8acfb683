namespace Pana.Portal.Pages.Tasks;

/// <summary>A paper to read with the task.</summary>
internal sealed record TaskPaper(Guid Id, string Title, string Language, string State);
