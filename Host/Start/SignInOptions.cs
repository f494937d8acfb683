namespace Pana.Portal.Start;

/// <summary>Sessions and the issuer: <c>Pana:SignIn</c>.</summary>
public sealed class SignInOptions
{
    /// <summary>Address of another OpenID Connect issuer. Default: the one inside.</summary>
    public string? Issuer { get; set; }

    /// <summary>This portal's client id at the issuer.</summary>
    public string ClientId { get; set; } = "pana-portal";

    /// <summary>This portal's client secret at another issuer.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>Claim of another issuer that carries role codes. Default <c>pana:role</c>.</summary>
    public string RoleClaim { get; set; } = Access.PanaClaims.Role;

    /// <summary>Claim of another issuer that carries the organisation's id. Default <c>pana:org</c>.</summary>
    public string OrganisationClaim { get; set; } = Access.PanaClaims.Organisation;

    /// <summary>Claim of another issuer that carries the agency's id. Default <c>pana:agency</c>.</summary>
    public string AgencyClaim { get; set; } = Access.PanaClaims.Agency;

    /// <summary>A session unused for so long is over. Default 30 minutes.</summary>
    public TimeSpan Idle { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>A session is over after so long whatever happens. Default 12 hours.</summary>
    public TimeSpan Absolute { get; set; } = TimeSpan.FromHours(12);

    /// <summary>The issuer's tokens are kept so long after they were made, to be looked into; those still good are kept anyway. Default 14 days.</summary>
    public TimeSpan KeepTokens { get; set; } = TimeSpan.FromDays(14);

    /// <summary>Failed sign-ins per minute from one address before it has to wait. Default 30: an office shares an address.</summary>
    public int FailuresPerMinute { get; set; } = 30;
}
