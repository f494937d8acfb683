namespace Pana.Portal.SignIn.Session;

/// <summary>Names of the two sessions: with the portal, and with the issuer inside it.</summary>
public static class SessionSchemes
{
    /// <summary>The portal's session, begun by an OpenID Connect answer of whichever issuer.</summary>
    public const string Portal = "pana";

    /// <summary>The embedded issuer's own session, begun by name and password.</summary>
    public const string Issuer = "pana-issuer";

    /// <summary>Between the right password and the session: a code of the second factor or an own password is still missing.</summary>
    public const string HalfWay = "pana-half";
}
