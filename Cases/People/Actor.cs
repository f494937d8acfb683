using System.Collections.Immutable;

namespace Pana.Cases;

/// <summary>Who acts: a signed-in person with roles and a party, or the system itself.</summary>
public sealed record Actor(
    Guid? UserId,
    string DisplayName,
    IReadOnlySet<Role> Roles,
    Guid? OrganisationId,
    Guid? AgencyId)
{
    /// <summary>The workflow engine, timers and imports. It has no role and sees no case through <see cref="Visibility"/>.</summary>
    public static Actor System { get; } = new(null, "Pana", ImmutableHashSet<Role>.Empty, null, null);

    /// <summary>Whether the actor has the role.</summary>
    public bool Is(Role role) => Roles.Contains(role);

    /// <summary>The actor's roles as bits, for queries.</summary>
    internal int RoleMask => RoleCodes.Mask(Roles);
}
