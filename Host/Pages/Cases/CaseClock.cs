using Pana.Portal.Wording;

namespace Pana.Portal.Pages.Cases;

/// <summary>A running limit of the case.</summary>
internal sealed record CaseClock(string Date, string Title, string Paragraph, DueLine Due, ClockView Explanation);
