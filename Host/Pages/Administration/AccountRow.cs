namespace Pana.Portal.Pages.Administration;

/// <summary>One account in the list.</summary>
internal sealed record AccountRow(Guid Id, string UserName, string DisplayName, IReadOnlyList<string> Roles, string? WorksFor, string State, bool HasCode);
