namespace Pana.Portal.Notices;

/// <summary>How notices leave by mail: <c>Pana:Mail</c>. Without <see cref="Host"/> nothing is sent, and notices wait.</summary>
public sealed class MailOptions
{
    /// <summary>Name of the mail server.</summary>
    public string? Host { get; set; }

    /// <summary>Its port. Default 587.</summary>
    public int Port { get; set; } = 587;

    /// <summary>How the connection is protected. Default STARTTLS, without which nothing is sent.</summary>
    public MailSecurity Security { get; set; } = MailSecurity.StartTls;

    /// <summary>Account at the server; none when it asks for none.</summary>
    public string? UserName { get; set; }

    /// <summary>Its password.</summary>
    public string? Password { get; set; }

    /// <summary>Address the notices come from. Choose a neutral one: it is shown on the recipient's screen.</summary>
    public string? From { get; set; }

    /// <summary>Whether notices leave. The start then made sure of the other settings.</summary>
    public bool IsConfigured => !string.IsNullOrWhiteSpace(Host);
}
