using System.Globalization;
using System.Resources;
using System.Security.Cryptography;
using System.Text;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using MimeKit;
using Pana.Engine;
using Pana.Portal.SignIn.Accounts;
using Pana.Portal.Start;
using Pana.Portal.Texts;

namespace Pana.Portal.Notices;

/// <summary>
/// Sends one letter by SMTP. A stranger may read the screen it appears on: it says that something waits in the portal,
/// and the case's code, and names neither person, organisation, address nor subject.
/// </summary>
internal sealed class MailSender(IdentityDb accounts, IOptions<PortalOptions> options, TimeProvider time, ILogger<MailSender> logger) : IOutboxSender
{
    /// <summary>How long a silent server is waited for.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static readonly ResourceManager Texts = new(typeof(NoticeTexts).FullName!, typeof(NoticeTexts).Assembly);

    public string Kind => Letter.OutboxKind;

    public async Task SendAsync(OutboxMessage message, CancellationToken ct)
    {
        var letter = Letter.Read(message.Body);
        var account = await accounts.Users.AsNoTracking().SingleOrDefaultAsync(a => a.Id == letter.Account && a.DisabledAt == null, ct);
        if (string.IsNullOrEmpty(account?.Email))
        {
            // The account was closed, or its address taken away, after the letter was written.
            PortalLog.NoticeForNobody(logger, message.Id);
            return;
        }

        var mail = options.Value.Mail;
        var from = MailboxAddress.Parse(mail.From!);
        using var mime = Compose(message.Id, letter, from, new MailboxAddress(null, account.Email), CultureInfo.GetCultureInfo(account.Language));
        using var smtp = new SmtpClient { Timeout = (int)Patience.TotalMilliseconds, LocalDomain = from.Domain };
        await smtp.ConnectAsync(mail.Host!, mail.Port, Protection(mail.Security), ct);
        if (mail.UserName is { Length: > 0 } user)
        {
            await smtp.AuthenticateAsync(user, mail.Password ?? "", ct);
        }

        await smtp.SendAsync(mime, ct);
        try
        {
            await smtp.DisconnectAsync(quit: true, ct);
        }
        catch (Exception e) when (e is IOException or SmtpProtocolException or SmtpCommandException)
        {
            // The server took the letter and then hung up; sending it again would be a second letter.
            PortalLog.MailServerHungUp(logger, e.GetType().Name);
        }
    }

    private MimeMessage Compose(string id, Letter letter, MailboxAddress from, MailboxAddress to, CultureInfo language)
    {
        // The header repeats at every attempt, and the id in it names no party.
        var mime = new MimeMessage
        {
            MessageId = $"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)).AsSpan(0, 16))}@{from.Domain}",
            Date = time.GetUtcNow(),
            Subject = Texts.GetString("Subject", language)!,
            Body = new TextPart("plain") { Text = string.Format(language, Texts.GetString("Body", language)!, letter.Code) },
        };
        mime.From.Add(from);
        mime.To.Add(to);
        mime.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        return mime;
    }

    private static SecureSocketOptions Protection(MailSecurity security) => security switch
    {
        MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
        MailSecurity.None => SecureSocketOptions.None,
        _ => SecureSocketOptions.StartTls,
    };
}
