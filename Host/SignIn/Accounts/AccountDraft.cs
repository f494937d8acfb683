namespace Pana.Portal.SignIn.Accounts;

/// <summary>What an administrator writes of an account.</summary>
/// <param name="UserName">Name to sign in with; given once.</param>
/// <param name="DisplayName">Name shown to colleagues.</param>
/// <param name="Roles">Codes of the roles.</param>
/// <param name="OrganisationId">The shelter worked for, or null.</param>
/// <param name="AgencyId">The body worked for, or null.</param>
/// <param name="Email">Where neutral notices go, or null.</param>
public sealed record AccountDraft(
    string UserName, string DisplayName, IReadOnlyList<string> Roles, Guid? OrganisationId, Guid? AgencyId, string? Email);
