using Pana.Engine;

namespace Pana.Portal.Notices;

/// <summary>Registers what sends notices. Without a mail server nothing is registered, and notices wait in the outbox.</summary>
internal static class NoticeServices
{
    public static void AddNotices(this IServiceCollection services, MailOptions mail)
    {
        if (mail.IsConfigured)
        {
            services.AddScoped<IOutboxSender, NoticeSender>();
            services.AddScoped<IOutboxSender, MailSender>();
        }
    }
}
