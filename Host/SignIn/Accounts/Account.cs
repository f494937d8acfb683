using Microsoft.AspNetCore.Identity;
using Pana.Cases;
using Pana.Portal.Texts;

namespace Pana.Portal.SignIn.Accounts;

/// <summary>A person who may sign in: an employee, never a recipient of services.</summary>
public sealed class Account : IdentityUser<Guid>
{
    /// <summary>Name shown to colleagues and written into the record.</summary>
    public string DisplayName { get; set; } = "";

    /// <summary>Codes of the roles held.</summary>
    public IList<string> Roles { get; set; } = [];

    /// <summary>The shelter worked for, or null.</summary>
    public Guid? OrganisationId { get; set; }

    /// <summary>The authority worked for, or null.</summary>
    public Guid? AgencyId { get; set; }

    /// <summary>Language of letters to this person: <c>kk</c>, <c>ru</c> or <c>en</c>.</summary>
    public string Language { get; set; } = Languages.All[0];

    /// <summary>When the account was closed; null while it is open.</summary>
    public DateTimeOffset? DisabledAt { get; set; }

    /// <summary>Until when the password given by an administrator opens the way to choosing an own one; null once it was chosen.</summary>
    public DateTimeOffset? OneTimePasswordUntil { get; set; }

    /// <summary>Sealed secret of the second factor (RFC 6238); null without one.</summary>
    public string? CodeSecret { get; set; }

    /// <summary>Last step of the second factor that was accepted: a code opens once.</summary>
    public long? LastCodeStep { get; set; }

    /// <summary>The person as the case file knows them. A role the portal does not know gives no right.</summary>
    internal Actor ToActor() => new(
        Id,
        DisplayName,
        Roles.Where(code => RoleCodes.TryParse(code, out _)).Select(RoleCodes.Parse).ToHashSet(),
        OrganisationId,
        AgencyId);
}
