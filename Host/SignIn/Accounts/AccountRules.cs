using System.Net.Mail;
using System.Text.RegularExpressions;
using Pana.Cases;

namespace Pana.Portal.SignIn.Accounts;

/// <summary>What an account must be so that its roles mean something and nobody gets more than one place of work gives.</summary>
internal static partial class AccountRules
{
    private static readonly string[] OfOrganisation =
        ["head", "social-work-specialist", "psychologist", "lawyer", "nurse", "other-specialist", "clerk"];

    /// <summary>Roles that work at the installation and may belong to an organisation or to none.</summary>
    private static readonly string[] OfEither = ["process-designer", "auditor", "administrator"];

    /// <summary>The roles that somebody of such a place may hold.</summary>
    public static IReadOnlyList<string> RolesOf(bool organisation, AgencyKind? agency) => agency switch
    {
        AgencyKind.AuthorisedBody => ["authority-officer"],
        AgencyKind.InternalAffairs => ["police-representative"],
        AgencyKind.Healthcare => [],
        _ => organisation ? [.. OfOrganisation, .. OfEither] : OfEither,
    };

    /// <summary>Field → key of the message in AdministrationTexts, for everything that is wrong.</summary>
    public static IEnumerable<(string Field, string Message)> Check(AccountDraft draft, bool isNew, AgencyKind? agency)
    {
        if (isNew && !Name().IsMatch(draft.UserName))
        {
            yield return ("UserName", "WrongUserName");
        }

        if (string.IsNullOrWhiteSpace(draft.DisplayName) || draft.DisplayName.Length > 200)
        {
            yield return ("DisplayName", "WrongDisplayName");
        }

        if (draft.Email is { Length: > 0 } email && (email.Length > 254 || !MailAddress.TryCreate(email, out var read) || read.Address != email))
        {
            yield return ("Email", "WrongEmail");
        }

        var possible = RolesOf(draft.OrganisationId is not null, agency);
        if (draft.Roles.Count == 0)
        {
            yield return ("Roles", "NoRole");
        }
        else if (draft.Roles.Any(role => !possible.Contains(role)))
        {
            yield return ("Roles", "WrongRole");
        }

        // The one who manages accounts could otherwise also read the cases, and the one who audits could act in them.
        if (draft.Roles.Count > 1 && draft.Roles.Any(role => role is "administrator" or "auditor"))
        {
            yield return ("Roles", "RoleAlone");
        }
    }

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9._-]{2,39}\z")]
    private static partial Regex Name();
}
