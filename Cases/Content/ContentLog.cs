using Microsoft.Extensions.Logging;

namespace Pana.Cases;

/// <summary>Log lines of the content: kinds, keys and numbers. Event ids 2100–2119.</summary>
internal static partial class ContentLog
{
    [LoggerMessage(2100, LogLevel.Information, "Content: {Published} versions published, {New} read")]
    public static partial void Refreshed(ILogger log, int published, int @new);

    [LoggerMessage(2101, LogLevel.Error, "Content {Subject} cannot be read by this version of the program; the one before stays in use")]
    public static partial void Unreadable(ILogger log, string subject, Exception error);

    [LoggerMessage(2102, LogLevel.Information, "Content {Subject} was imported from its file and published")]
    public static partial void Imported(ILogger log, string subject);

    [LoggerMessage(2103, LogLevel.Warning, "Content {Subject} was edited since it was imported; its file became a draft beside it, and was not published")]
    public static partial void BesideEdited(ILogger log, string subject);

    [LoggerMessage(2104, LogLevel.Warning, "Content could not be looked for; the next try is in {Seconds} seconds")]
    public static partial void WatchFailed(ILogger log, double seconds, Exception error);

    [LoggerMessage(2105, LogLevel.Information, "Content {Subject} published by {By}")]
    public static partial void Published(ILogger log, string subject, string by);

    [LoggerMessage(2106, LogLevel.Information, "Calendar {Edition}: {Clocks} clocks moved")]
    public static partial void ClocksMoved(ILogger log, string edition, int clocks);
}
