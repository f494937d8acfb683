using Microsoft.Extensions.Logging;

namespace Pana.Engine;

/// <summary>Log lines of store, timers and outbox. Ids and counts only.</summary>
internal static partial class StoreLog
{
    [LoggerMessage(EventId = 1101, Level = LogLevel.Warning, Message = "Rolling back failed; the connection is given up.")]
    public static partial void RollbackFailed(ILogger logger, Exception exception);

    [LoggerMessage(EventId = 1102, Level = LogLevel.Error, Message = "An act after the end of a transaction failed; the transaction's own result stands.")]
    public static partial void AfterTransactionFailed(ILogger logger, Exception exception);

    [LoggerMessage(EventId = 1103, Level = LogLevel.Information, Message = "Attempt {Attempt} of a transaction met another one and is begun anew.")]
    public static partial void Repeated(ILogger logger, int attempt, Exception exception);

    [LoggerMessage(EventId = 1201, Level = LogLevel.Error, Message = "Due timers could not be read or fired; the next tick tries again.")]
    public static partial void PollFailed(ILogger logger, Exception exception);

    [LoggerMessage(EventId = 1202, Level = LogLevel.Error, Message = "Timer {TimerId} failed.")]
    public static partial void TimerFailed(ILogger logger, string timerId, Exception exception);

    [LoggerMessage(EventId = 1301, Level = LogLevel.Error, Message = "The outbox could not be read; the next tick tries again.")]
    public static partial void DispatchFailed(ILogger logger, Exception exception);

    [LoggerMessage(EventId = 1302, Level = LogLevel.Warning, Message = "Message {MessageId} of kind {Kind} was not sent at attempt {Attempt}: {Failure}.")]
    public static partial void MessageFailed(ILogger logger, string messageId, string kind, int attempt, string failure);

    [LoggerMessage(EventId = 1303, Level = LogLevel.Warning, Message = "{Count} messages expired: nothing could send them within {FreshFor}.")]
    public static partial void MessagesExpired(ILogger logger, int count, TimeSpan freshFor);
}
