using Pana.Cases;
using Pana.Portal.Wording;

namespace Pana.Portal.Pages.Cases;

/// <summary>A case as the list shows it: nothing from the vault.</summary>
internal sealed record CaseRow(string Code, CaseState State, string Family, DateTimeOffset AppliedAt, DueLine Due);
