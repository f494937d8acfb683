namespace Pana.Portal.Access;

/// <summary>Names of the claims that the issuer gives and the portal reads.</summary>
public static class PanaClaims
{
    /// <summary>The account's id.</summary>
    public const string Subject = "sub";

    /// <summary>The name shown to colleagues.</summary>
    public const string Name = "name";

    /// <summary>A role's code; repeated when the account has several.</summary>
    public const string Role = "pana:role";

    /// <summary>The organisation's id.</summary>
    public const string Organisation = "pana:org";

    /// <summary>The agency's id.</summary>
    public const string Agency = "pana:agency";

    /// <summary>Digest of the account's security stamp; when it no longer agrees, the session is over.</summary>
    public const string Stamp = "pana:stamp";
}
