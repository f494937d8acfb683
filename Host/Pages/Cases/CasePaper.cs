namespace Pana.Portal.Pages.Cases;

/// <summary>A paper of the case, in one language and its latest version.</summary>
internal sealed record CasePaper(Guid Id, string Title, string Language, string State, bool Dissented);
