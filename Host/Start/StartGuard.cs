using System.Net;
using MimeKit;
using Pana.Engine;
using Pana.Portal.Notices;

namespace Pana.Portal.Start;

/// <summary>Reads the settings before anything else and refuses a start that would be unsafe or could not work.</summary>
internal static class StartGuard
{
    public static void Check(PortalOptions options, IHostEnvironment environment)
    {
        List<string> defects = [.. Wrong(options), .. environment.IsDevelopment() ? [] : MissingInProduction(options)];
        if (defects.Count > 0)
        {
            throw new StartRefusedException(environment.EnvironmentName, defects);
        }
    }

    private static IEnumerable<string> MissingInProduction(PortalOptions options)
    {
        if (options.MasterKey is null && options.MasterKeyFile is null)
        {
            yield return "No master key, without which no case can be sealed. Make one with 'openssl rand -base64 32' and give it as Pana:MasterKeyFile (a path) or as the secret Pana__MasterKey. Keep a copy apart from the database.";
        }

        if (options.PublicOrigin is null)
        {
            yield return "No public address. Give the one people type as Pana:PublicOrigin, for example Pana__PublicOrigin=https://board.example.kz.";
        }
        else if (!options.IsSecure)
        {
            yield return $"Pana:PublicOrigin is '{options.PublicOrigin}'; outside Development it must begin with https://.";
        }

        if (options.Keys.SigningCertificate is null)
        {
            yield return "No certificate to sign tokens. Give a PKCS#12 file as Pana:Keys:SigningCertificate, its password as Pana__Keys__SigningCertificatePassword.";
        }

        if (options.Keys.EncryptionCertificate is null)
        {
            yield return "No certificate to encrypt tokens and cookie keys. Give a PKCS#12 file with an RSA key as Pana:Keys:EncryptionCertificate, its password as Pana__Keys__EncryptionCertificatePassword.";
        }

        if (options.Keys.DataProtectionFolder is null)
        {
            yield return "No folder for the keys that protect cookies. Give one that all hosts share and that outlives a container as Pana:Keys:DataProtectionFolder.";
        }

        if (options.Demo == true)
        {
            yield return "Pana:Demo is true; demo accounts exist in Development only. Remove the setting.";
        }
    }

    private static IEnumerable<string> Wrong(PortalOptions options)
    {
        if (options.Database == DatabaseKind.Postgres && string.IsNullOrWhiteSpace(options.ConnectionString))
        {
            yield return "Pana:Database is Postgres and Pana:ConnectionString is missing. Give it as the secret Pana__ConnectionString, for example 'Host=db;Database=pana;Username=pana;Password=…;SSL Mode=VerifyFull'.";
        }

        foreach (var server in options.WorkflowHttp.AllowedOrigins.Where(server => !IsOrigin(server)))
        {
            yield return $"Pana:WorkflowHttp:AllowedOrigins has '{server}', which is no scheme, host and port. Write it like https://api.example.kz.";
        }

        if (options.MasterKey is { } key && !IsKey(key))
        {
            yield return "Pana:MasterKey is not 32 bytes in Base64. Make one with 'openssl rand -base64 32'.";
        }

        foreach (var (name, file) in new[]
        {
            ("Pana:MasterKeyFile", options.MasterKeyFile),
            ("Pana:Keys:SigningCertificate", options.Keys.SigningCertificate),
            ("Pana:Keys:EncryptionCertificate", options.Keys.EncryptionCertificate),
        })
        {
            if (file is not null && !File.Exists(file))
            {
                yield return $"{name} names '{file}', and no such file can be read. Correct the path or the rights.";
            }
        }

        if (options.PublicOrigin is { } origin && !IsOrigin(origin))
        {
            yield return $"Pana:PublicOrigin is '{origin}'; expected scheme, host and port without a path, for example https://board.example.kz.";
        }

        if (options.PathBase is { Length: > 0 } prefix && !IsPrefix(prefix))
        {
            yield return $"Pana:PathBase is '{prefix}'; expected a path that begins with a slash and does not end with one, of letters, digits, '-', '_' and '.', for example /pana.";
        }

        foreach (var defect in WrongMail(options.Mail))
        {
            yield return defect;
        }

        if (options.SignIn.Issuer is { } issuer && !Uri.TryCreate(issuer, UriKind.Absolute, out _))
        {
            yield return $"Pana:SignIn:Issuer is '{issuer}'; expected the issuer's absolute address. Remove it to use the issuer inside.";
        }

        if (options.ExitAddress is { } exit && !Uri.TryCreate(exit, UriKind.Absolute, out _))
        {
            yield return $"Pana:ExitAddress is '{exit}'; expected an absolute address, or nothing for the neutral page inside.";
        }

        if (options.SignIn.Idle <= TimeSpan.Zero || options.SignIn.Absolute < options.SignIn.Idle || options.SignIn.Absolute > TimeSpan.FromHours(24))
        {
            yield return $"Pana:SignIn has Idle {options.SignIn.Idle} and Absolute {options.SignIn.Absolute}; expected 0 < Idle ≤ Absolute ≤ 24 hours.";
        }

        foreach (var program in options.Programs)
        {
            if (program.ClientId.Length == 0 || program.ClientId == options.SignIn.ClientId || options.Programs.Count(p => p.ClientId == program.ClientId) > 1)
            {
                yield return $"Pana:Programs holds the ClientId '{program.ClientId}'; expected one that is not empty, not the portal's own, and given once.";
            }

            if ((program.ClientSecret is null) == (program.RedirectUri is null))
            {
                yield return $"Pana:Programs: '{program.ClientId}' needs either a ClientSecret (it acts for itself) or a RedirectUri (a person signs in through it). Give exactly one.";
            }

            if (program.ClientSecret is { Length: < 32 })
            {
                yield return $"Pana:Programs: the ClientSecret of '{program.ClientId}' has fewer than 32 characters. Make one with 'openssl rand -base64 32'.";
            }

            if (program.RedirectUri is { } back && !Uri.TryCreate(back, UriKind.Absolute, out _))
            {
                yield return $"Pana:Programs: the RedirectUri of '{program.ClientId}' is '{back}'; expected an absolute address, for example http://127.0.0.1:7890/back.";
            }
        }

        foreach (var proxy in options.KnownProxies.Where(p => !IPAddress.TryParse(p, out _) && !IPNetwork.TryParse(p, out _)))
        {
            yield return $"Pana:KnownProxies holds '{proxy}'; expected an address such as 10.0.0.7 or a network such as 10.0.0.0/24.";
        }
    }

    private static IEnumerable<string> WrongMail(MailOptions mail)
    {
        if (!mail.IsConfigured)
        {
            yield break;
        }

        if (!MailboxAddress.TryParse(mail.From ?? "", out var from) || !from.Address.Contains('@', StringComparison.Ordinal) || !string.IsNullOrEmpty(from.Name))
        {
            yield return $"Pana:Mail:From is '{mail.From}'; expected the address alone that notices come from, for example board@example.kz. Choose a neutral one: a stranger may read it on a screen.";
        }

        if (mail.Port is < 1 or > 65535)
        {
            yield return $"Pana:Mail:Port is {mail.Port}; expected 1 to 65535, usually 587 with StartTls or 465 with Tls.";
        }

        if (mail.Security == MailSecurity.None && mail.Host is not ("localhost" or "127.0.0.1" or "::1"))
        {
            yield return $"Pana:Mail:Security is None and Pana:Mail:Host is '{mail.Host}'; in the clear mail may only go to a server on this machine. Use StartTls or Tls.";
        }
    }

    private static bool IsOrigin(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
        && uri.PathAndQuery == "/" && uri.Fragment.Length == 0 && uri.UserInfo.Length == 0;

    private static bool IsPrefix(string text) =>
        text[0] == '/' && text[1..].Split('/').All(part => part.Length > 0 && part.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.'));

    private static bool IsKey(string text)
    {
        Span<byte> bytes = stackalloc byte[64];
        return Convert.TryFromBase64String(text.Trim(), bytes, out var length) && length == 32;
    }
}
