using Microsoft.Extensions.Logging;

namespace Pana.Cases;

/// <summary>Every log line of the case file: codes and ids, never personal data. Event ids 2000–2099.</summary>
internal static partial class CasesLog
{
    [LoggerMessage(2001, LogLevel.Information, "Case {Code}: {Event} recorded ({Transition}), now {State}")]
    public static partial void EventRecorded(ILogger log, string code, string @event, string transition, CaseState state);

    [LoggerMessage(2002, LogLevel.Information, "Case {Code}: clock {Obligation} started, due {Due}")]
    public static partial void ClockStarted(ILogger log, string code, string obligation, DateOnly due);

    [LoggerMessage(2003, LogLevel.Information, "Case {Code}: clock {Obligation} is {State}")]
    public static partial void ClockStopped(ILogger log, string code, string obligation, ClockState state);

    [LoggerMessage(2004, LogLevel.Information, "Task {Task} ({Form}) opened for {Roles}")]
    public static partial void TaskOpened(ILogger log, Guid task, string form, string roles);

    [LoggerMessage(2005, LogLevel.Information, "Task {Task} ({Form}) completed with {Outcome}")]
    public static partial void TaskCompleted(ILogger log, Guid task, string form, string outcome);

    [LoggerMessage(2006, LogLevel.Information, "Task {Task} was completed by somebody else first")]
    public static partial void TaskLost(ILogger log, Guid task);

    [LoggerMessage(2007, LogLevel.Information, "Case {Code} opened, {Children} children")]
    public static partial void CaseOpened(ILogger log, string code, int children);

    [LoggerMessage(2008, LogLevel.Warning, "Key of {Owner} destroyed: its personal data can no longer be read")]
    public static partial void KeyDestroyed(ILogger log, Guid owner);
}
