using Pana.Portal.Wording;

namespace Pana.Portal.Pages.Cases;

/// <summary>An open task of the case: who it waits for; a link only when the reader may open it.</summary>
internal sealed record CaseTask(Guid Id, string Title, string Who, bool Opens, DueLine Due);
