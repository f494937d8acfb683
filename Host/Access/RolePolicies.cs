using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;

namespace Pana.Portal.Access;

/// <summary>Which roles hold which right. Every page needs a signed-in user; most name a right besides.</summary>
public static class RolePolicies
{
    private static readonly string[] Shelter = ["head", "social-work-specialist", "psychologist", "lawyer", "nurse", "other-specialist"];
    private static readonly string[] Agencies = ["authority-officer", "police-representative"];

    /// <summary>Right → codes of the roles that have it.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Roles { get; } = new Dictionary<string, IReadOnlyList<string>>
    {
        [Policy.Tasks] = [.. Shelter, "clerk", .. Agencies],
        [Policy.Cases] = Shelter,
        [Policy.NewCase] = ["head", "social-work-specialist"],
        [Policy.RecordEvent] = ["head", "social-work-specialist"],
        [Policy.Papers] = [.. Shelter, .. Agencies],
        [Policy.Book] = Shelter,
        [Policy.House] = ["head", "social-work-specialist"],
        [Policy.Registers] = Shelter,
        [Policy.Staff] = ["head"],
        [Policy.Reports] = ["head", "authority-officer", "auditor"],
        [Policy.Evaluation] = ["head", "authority-officer"],
        [Policy.Calendar] = [.. Shelter, "clerk", .. Agencies, "process-designer", "auditor", "administrator"],
        [Policy.Audit] = ["head", "auditor"],
        [Policy.Design] = ["process-designer"],
        [Policy.Administration] = ["administrator"],
    };

    /// <summary>Whether a user has the right.</summary>
    public static bool Allows(ClaimsPrincipal user, string policy)
    {
        ArgumentNullException.ThrowIfNull(user);
        return Roles[policy].Any(role => user.HasClaim(PanaClaims.Role, role));
    }

    internal static void AddTo(AuthorizationOptions options)
    {
        foreach (var (name, roles) in Roles)
        {
            options.AddPolicy(name, policy => policy.RequireAuthenticatedUser().RequireClaim(PanaClaims.Role, roles));
        }

        options.FallbackPolicy = options.DefaultPolicy;
    }
}
