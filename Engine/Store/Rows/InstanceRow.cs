namespace Pana.Engine;

/// <summary>A running or finished workflow instance.</summary>
public sealed class InstanceRow
{
    public required string Id { get; set; }

    public required string DefinitionId { get; set; }

    public required string DefinitionVersionId { get; set; }

    public int DefinitionVersion { get; set; }

    public string? CorrelationId { get; set; }

    public string? Name { get; set; }

    public string? ParentInstanceId { get; set; }

    public required string Status { get; set; }

    public required string SubStatus { get; set; }

    /// <summary>Everything the engine needs to go on, as compact JSON.</summary>
    public required string State { get; set; }

    /// <summary>Grows by one with every burst; a burst that read an older one is refused.</summary>
    public int Revision { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset UpdatedAt { get; set; }

    public DateTimeOffset? FinishedAt { get; set; }
}
