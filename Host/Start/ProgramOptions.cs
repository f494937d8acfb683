namespace Pana.Portal.Start;

/// <summary>A program that calls the designer's API <c>/elsa/api</c> with a bearer token: one entry of <c>Pana:Programs</c>.</summary>
public sealed class ProgramOptions
{
    /// <summary>Its client id at the issuer inside.</summary>
    public string ClientId { get; set; } = "";

    /// <summary>The name in the access log. Default: <see cref="ClientId"/>.</summary>
    public string? Name { get; set; }

    /// <summary>With a secret (at least 32 characters) the program acts for itself, as a process designer, by the client credentials grant.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>Without a secret a person signs in through it, by code and PKCE, and the answer comes to this address; the token has that person's roles.</summary>
    public string? RedirectUri { get; set; }
}
