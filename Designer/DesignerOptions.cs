using System.Security.Claims;
using Pana.Cases;

namespace Pana.Designer;

/// <summary>What the host tells the designer about sign-in.</summary>
public sealed class DesignerOptions
{
    /// <summary>The default of <see cref="Policy"/>, which the pages ask for.</summary>
    public const string DefaultPolicy = "design";

    /// <summary>The authorisation policy of the API that lets process designers in, and nobody else.</summary>
    public string Policy { get; set; } = DefaultPolicy;

    /// <summary>The authentication scheme of bearer tokens for programs; null offers none.</summary>
    public string? BearerScheme { get; set; }

    /// <summary>Who acts, by the claims of a cookie or token; for the audit trail. Null leaves the scope's actor as it is.</summary>
    public Func<ClaimsPrincipal, Actor>? ActorOf { get; set; }

    /// <summary>Whether the instance viewer is told of changes by WebSocket; false makes it ask. Default true.</summary>
    public bool LiveProgress { get; set; } = true;

    /// <summary>The claim that holds the name shown to colleagues.</summary>
    public string NameClaim { get; set; } = "name";
}
