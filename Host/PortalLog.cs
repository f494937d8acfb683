namespace Pana.Portal;

/// <summary>Every line the portal logs. Ids, codes and counts only: no name, no user name, no address, no answer of a form.</summary>
internal static partial class PortalLog
{
    [LoggerMessage(1, LogLevel.Information, "Migrations applied to {Database}: {Count}")]
    public static partial void Migrated(ILogger logger, string database, int count);

    [LoggerMessage(2, LogLevel.Warning, "Sign-in refused: too many failures from one address")]
    public static partial void Throttled(ILogger logger);

    [LoggerMessage(3, LogLevel.Information, "Sign-in of account {AccountId}")]
    public static partial void SignedIn(ILogger logger, Guid accountId);

    [LoggerMessage(4, LogLevel.Information, "Sign-in refused")]
    public static partial void Refused(ILogger logger);

    [LoggerMessage(5, LogLevel.Information, "Quick exit")]
    public static partial void QuickExit(ILogger logger);

    [LoggerMessage(6, LogLevel.Information, "Demo organisation and {Count} accounts created")]
    public static partial void DemoCreated(ILogger logger, int count);

    [LoggerMessage(7, LogLevel.Error, "The database does not answer: {Reason}")]
    public static partial void DatabaseDown(ILogger logger, string reason);

    [LoggerMessage(8, LogLevel.Information, "Tokens and authorisations removed: {Count}")]
    public static partial void TokensPruned(ILogger logger, long count);

    [LoggerMessage(9, LogLevel.Error, "Tokens could not be removed; the next round tries again")]
    public static partial void PruningFailed(ILogger logger, Exception exception);

    [LoggerMessage(10, LogLevel.Warning, "Notice {MessageId} has nobody to go to: no open account of the party has an address")]
    public static partial void NoticeForNobody(ILogger logger, string messageId);

    [LoggerMessage(11, LogLevel.Information, "The mail server took a letter and hung up: {Reason}")]
    public static partial void MailServerHungUp(ILogger logger, string reason);
}
