using System.Collections.Frozen;

namespace Pana.Cases;

/// <summary>The spelling of roles in data files, database columns and claims.</summary>
public static class RoleCodes
{
    private static readonly FrozenDictionary<Role, string> Codes = new Dictionary<Role, string>
    {
        [Role.Head] = "head",
        [Role.SocialWorkSpecialist] = "social-work-specialist",
        [Role.Psychologist] = "psychologist",
        [Role.Lawyer] = "lawyer",
        [Role.Nurse] = "nurse",
        [Role.OtherSpecialist] = "other-specialist",
        [Role.Clerk] = "clerk",
        [Role.AuthorityOfficer] = "authority-officer",
        [Role.PoliceRepresentative] = "police-representative",
        [Role.ProcessDesigner] = "process-designer",
        [Role.Auditor] = "auditor",
        [Role.Administrator] = "administrator",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, Role> Roles =
        Codes.ToFrozenDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);

    /// <summary>Every code, in the order of <see cref="Role"/>.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Enum.GetValues<Role>().Select(ToCode)];

    /// <summary>The code of a role, for example <c>social-work-specialist</c>.</summary>
    public static string ToCode(Role role) => Codes[role];

    /// <summary>The role of a code; names the known codes when there is none.</summary>
    public static Role Parse(string code) =>
        TryParse(code, out var role)
            ? role
            : throw new FormatException($"'{code}' is not a role. Use one of: {string.Join(", ", All)}.");

    /// <summary>Whether a code names a role.</summary>
    public static bool TryParse(string? code, out Role role)
    {
        role = default;
        return code is not null && Roles.TryGetValue(code, out role);
    }

    /// <summary>One bit per role, so that both databases can ask whether two sets of roles meet.</summary>
    internal static int Mask(IEnumerable<Role> roles) => roles.Aggregate(0, (mask, role) => mask | (1 << (int)role));
}
