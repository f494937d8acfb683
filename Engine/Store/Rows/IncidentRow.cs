namespace Pana.Engine;

/// <summary>Something that failed and waits for a person: with the stimulus that can be tried again.</summary>
public sealed class IncidentRow
{
    public required string Id { get; set; }

    public string? InstanceId { get; set; }

    public string? DefinitionId { get; set; }

    public string? DefinitionVersionId { get; set; }

    public string? CorrelationId { get; set; }

    public string? ActivityId { get; set; }

    public string? NodeId { get; set; }

    public string? ActivityType { get; set; }

    public required string Message { get; set; }

    public string? ExceptionType { get; set; }

    /// <summary>JSON of the request to repeat; null when there is nothing to repeat.</summary>
    public string? Stimulus { get; set; }

    public int Attempts { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset? ResolvedAt { get; set; }
}
