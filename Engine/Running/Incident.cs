namespace Pana.Engine;

/// <summary>A step that failed: where, when and why. It holds no input and no personal data.</summary>
public sealed record Incident(string Id, string? InstanceId, string? ActivityId, string? NodeId, string? ActivityType, string Message, string? ExceptionType, DateTimeOffset At)
{
    /// <summary>Whether <see cref="WorkflowRuntime.RetryAsync"/> can run the stimulus again.</summary>
    public bool CanRetry { get; init; }
}
